package io.imageseg.server.api;

import java.time.Duration;
import java.util.Optional;

/** What is sent back: a status, a body and its type, and when to come again if that is known. */
public record Answer(int status, String contentType, byte[] body, Optional<Duration> retryAfter) {}
