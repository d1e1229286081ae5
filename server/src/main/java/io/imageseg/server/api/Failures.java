package io.imageseg.server.api;

import io.imageseg.model.ModelException;
import java.io.UncheckedIOException;

/** What the caller is told of failures that are ours. */
public final class Failures {
    private Failures() {}

    /** Every failure as the API knows it. */
    public static ApiException of(Throwable failure) {
        return switch (failure) {
            case ApiException known -> known;
            case ModelException _ -> ours(ErrorCode.MODEL_FAILED, "A network failed", failure);
            case OutOfMemoryError _ -> ours(ErrorCode.ENVIRONMENT_FAILED, "The server is out of memory", failure);
            case UncheckedIOException _ ->
                ours(ErrorCode.ENVIRONMENT_FAILED, "The server could not use its files", failure);
            default -> ours(ErrorCode.INTERNAL, "Unexpected", failure);
        };
    }

    private static ApiException ours(ErrorCode code, String what, Throwable failure) {
        return new ApiException(code, what + "; the server's log says more under this RequestId.", failure);
    }
}
