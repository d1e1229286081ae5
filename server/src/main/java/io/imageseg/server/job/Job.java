package io.imageseg.server.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that was accepted to be done later.
 *
 * @param id the RequestId of that call
 * @param keyId whose it is
 * @param parameters the action and its own
 * @param origin where the caller reached the server
 * @param attempts how often it was begun
 * @param result the Data of the answer in JSON, once it has succeeded
 * @param errorCode the code of the failure, once it has failed for good
 */
record Job(
        String id,
        String keyId,
        Map<String, String> parameters,
        String origin,
        JobStatus status,
        int attempts,
        Instant submittedAt,
        @Nullable String result,
        @Nullable String errorCode,
        @Nullable String errorMessage) {}
