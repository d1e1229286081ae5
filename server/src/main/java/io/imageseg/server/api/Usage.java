package io.imageseg.server.api;

/** Counts what keys are used for. */
@FunctionalInterface
public interface Usage {
    /**
     * Counts a call that was answered.
     *
     * @param operation what was called; {@code -} if there is no such operation
     * @param status the HTTP status of the answer
     */
    void count(Caller caller, String operation, int status);
}
