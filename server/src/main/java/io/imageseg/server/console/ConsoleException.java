package io.imageseg.server.console;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of the console that fails, with all that its answer needs. */
public final class ConsoleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable Duration retryAfter;

    /**
     * @param status the HTTP status
     * @param message tells people what to do
     */
    public ConsoleException(int status, String code, String message) {
        this(status, code, message, null);
    }

    ConsoleException(int status, String code, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
