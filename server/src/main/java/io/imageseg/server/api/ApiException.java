package io.imageseg.server.api;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that fails, with all that its answer and the log need. The message tells the caller what to do. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Duration retryAfter;

    public ApiException(ErrorCode code, String message) {
        this(code, message, null, null);
    }

    public ApiException(ErrorCode code, String message, Throwable cause) {
        this(code, message, cause, null);
    }

    private ApiException(ErrorCode code, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(message, cause, false, true);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** The service is busy; the same call may succeed after {@code retryAfter}. */
    public static ApiException busy(String message, Duration retryAfter) {
        return new ApiException(ErrorCode.BUSY, message, null, retryAfter);
    }

    /** The caller calls too often; the same call may succeed after {@code retryAfter}. */
    public static ApiException throttled(String message, Duration retryAfter) {
        return new ApiException(ErrorCode.THROTTLED, message, null, retryAfter);
    }

    /** The same failure, its message beginning with the parameter that it is about. */
    public ApiException about(String parameter) {
        return new ApiException(code, parameter + ": " + text(), this, retryAfter);
    }

    public ErrorCode code() {
        return code;
    }

    /** What the caller is told. */
    public String text() {
        return String.valueOf(getMessage());
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether it is ours to look into, with its stack, rather than the caller's to mend. */
    public boolean isFault() {
        return code.status() == 500 || code == ErrorCode.NOT_TRANSFERRED;
    }
}
