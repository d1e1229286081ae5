package io.imageseg.server.job;

/** Where a job is, as {@code Status} of GetAsyncJobResult says. */
enum JobStatus {
    QUEUING,
    PROCESSING,
    PROCESS_SUCCESS,
    PROCESS_FAILED,
    /** It was not done in time. */
    TIMEOUT_FAILED,
    /** It failed as often as it may, each time in a way that might have passed. */
    LIMIT_RETRY_FAILED
}
