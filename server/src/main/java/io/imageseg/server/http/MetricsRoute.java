package io.imageseg.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Metrics as text, for those who may read them. Where a proxy says that it asks for somebody else, it is not known who
 * asks, and nothing is shown.
 *
 * @param text in the text format of Prometheus
 * @param readers the addresses that may read them
 */
public record MetricsRoute(Supplier<String> text, Predicate<InetAddress> readers) implements Handler {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    @Override
    public void handle(Context context) {
        InetAddress reader = reader(context);
        if (isForwarded(context)) {
            refuse(context, "a proxy, which asks for somebody else");
        } else if (readers.test(reader)) {
            context.contentType(TYPE).header("Cache-Control", "no-store").result(text.get());
        } else {
            refuse(context, reader.getHostAddress());
        }
    }

    private static InetAddress reader(Context context) {
        return ServletContextRequest.getServletContextRequest(context.req())
                                .getConnectionMetaData()
                                .getRemoteSocketAddress()
                        instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private static boolean isForwarded(Context context) {
        return Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP").anyMatch(name -> context.header(name) != null);
    }

    private static void refuse(Context context, String reader) {
        context.status(403)
                .result(
                        ("Metrics are not shown to %s: only to this machine itself and to the addresses that the setting"
                                        + " imageseg.metrics.from lists.%n")
                                .formatted(reader));
    }
}
