package io.imageseg.server.source;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told of a download that failed: a sentence of our own for each kind, never a library's words, which
 * name addresses that are none of the caller's business. Those are in the cause.
 */
final class DownloadFailure {
    private DownloadFailure() {}

    static ApiException because(String why, @Nullable Throwable cause) {
        String message = "The image could not be downloaded: %s.".formatted(why);
        return cause == null
                ? new ApiException(ErrorCode.DOWNLOAD_FAILED, message)
                : new ApiException(ErrorCode.DOWNLOAD_FAILED, message, cause);
    }

    static ApiException tooSlow(FetchLimits limits, Throwable cause) {
        return because("it took longer than the %s that are allowed in all".formatted(spoken(limits.total())), cause);
    }

    static ApiException interrupted(Throwable cause) {
        return because("the call was given up", cause);
    }

    static ApiException of(IOException failure, FetchProgress progress, FetchLimits limits) {
        if (Thread.currentThread().isInterrupted()) {
            return interrupted(failure);
        }
        if (failure instanceof SocketTimeoutException) {
            return because(silence(progress, limits), failure);
        }
        return failure instanceof InterruptedIOException
                ? tooSlow(limits, failure)
                : because(breakdown(progress), failure);
    }

    private static String silence(FetchProgress progress, FetchLimits limits) {
        return progress.stage() == FetchProgress.Stage.CONNECTING
                ? "its server took no connection within the %s that are allowed".formatted(spoken(limits.connect()))
                : "its server sent nothing for %s, the longest silence that is allowed"
                        .formatted(spoken(limits.silence()));
    }

    private static String breakdown(FetchProgress progress) {
        return switch (progress.stage()) {
            case CONNECTING -> "its server refuses the connection or cannot be reached";
            case SECURING ->
                "no secure connection could be made; its server speaks no TLS or has no certificate"
                        + " that is valid and trusted";
            case WAITING -> "its server closed the connection without an answer, or the answer is not HTTP";
            case RECEIVING -> "it broke off after %s".formatted(progress.soFar());
        };
    }

    private static String spoken(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? "%d s".formatted(millis / 1000) : "%d ms".formatted(millis);
    }
}
