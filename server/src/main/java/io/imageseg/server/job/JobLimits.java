package io.imageseg.server.job;

import java.time.Duration;

/**
 * How much is accepted, and how hard it is tried.
 *
 * @param waiting how many jobs may wait; more are refused
 * @param threads how many are done side by side, of which one is cut at a time
 * @param attempts how often a job may be begun
 * @param pause how long after a first failure it is tried again; twice as long after each further one
 * @param timeout how long after it was accepted it must have ended
 */
public record JobLimits(int waiting, int threads, int attempts, Duration pause, Duration timeout) {}
