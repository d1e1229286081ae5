package io.imageseg.server.api;

import java.time.Duration;
import java.util.Map;

/**
 * A call that is over with.
 *
 * @param action what was called; {@code -} if there is no such operation or it was not read so far
 * @param code of the error as {@link ErrorCode#code} has it, else {@code OK}
 * @param status the HTTP status
 * @param async whether it was to be accepted for later, and so had no image to cut
 * @param took from its coming to its answer
 * @param stages how long each stage took that it came to, in their order
 */
public record EndedCall(
        String action, String code, int status, boolean async, Duration took, Map<String, Duration> stages) {
    /** The code of a call that went well. */
    public static final String OK = "OK";
}
