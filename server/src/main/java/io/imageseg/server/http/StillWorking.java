package io.imageseg.server.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Response;

/**
 * Tells a caller that its call is still worked on, by an interim response each second (102, RFC 9110, 15.2). The client
 * libraries for Node.js take three to five seconds of silence for a connection that cannot be made; they name themselves
 * in User-Agent. Nobody else is told, since old libraries take any interim response for the answer.
 */
final class StillWorking {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("still-working").daemon().factory());

    private final Response response;
    private final ScheduledFuture<?> task;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private boolean closed;

    private StillWorking(Response response) {
        this.response = response;
        long period = PERIOD.toMillis();
        task = CLOCK.scheduleAtFixedRate(this::tell, period, period, TimeUnit.MILLISECONDS);
    }

    /** Begins to tell, if the caller is one of those who need it. */
    static Optional<StillWorking> to(Context context) {
        ServletContextRequest request = ServletContextRequest.getServletContextRequest(context.req());
        String agent = context.userAgent();
        boolean needsIt = agent != null
                && agent.contains("Node.js/")
                && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1;
        return needsIt ? Optional.of(new StillWorking(request.getServletContextResponse())) : Optional.empty();
    }

    private synchronized void tell() {
        if (!closed && last.isDone()) {
            last = response.writeInterim(HttpStatus.PROCESSING_102, HttpFields.EMPTY);
        }
    }

    /** Nothing is told from now on, and nothing is being told any more: the answer must not meet it. */
    void end() {
        task.cancel(false);
        synchronized (this) {
            closed = true;
        }
        // A caller who left is found out when it is answered.
        boolean _ = last.handle((_, _) -> true).join();
    }
}
