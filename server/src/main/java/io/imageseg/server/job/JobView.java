package io.imageseg.server.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as the server's operator sees it.
 *
 * @param status as GetAsyncJobResult says
 * @param finished when it ended, for good or for bad
 */
public record JobView(
        String jobId,
        String action,
        String accessKeyId,
        String status,
        Instant created,
        Optional<Instant> finished,
        Optional<String> errorCode) {}
