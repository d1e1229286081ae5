package io.imageseg.server.api;

import io.imageseg.model.ModelException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

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
            case Throwable e
            when hasCause(e, SQLException.class) ->
                ours(ErrorCode.ENVIRONMENT_FAILED, "The server could not use its database", failure);
            default -> ours(ErrorCode.INTERNAL, "Unexpected", failure);
        };
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }

    private static ApiException ours(ErrorCode code, String what, Throwable failure) {
        return new ApiException(code, what + "; the server's log says more under this RequestId.", failure);
    }
}
