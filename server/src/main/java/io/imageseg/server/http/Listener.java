package io.imageseg.server.http;

import io.imageseg.server.result.ResultFolder;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/**
 * The server's socket: calls of the API at any path, forms with files, results, metrics, health, and what else it is given.
 * With a certificate it speaks TLS and plain HTTP on its one port: each connection's first byte says which. Owned by
 * whoever starts it.
 */
public final class Listener implements AutoCloseable {
    /** Callers that come at once and are not greeted yet; with the default of 50 the system drops some, who wait or are reset. */
    private static final int BACKLOG = 1024;

    private static final int MAX_HEADERS = 16 << 10;
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final HttpLimits limits;
    private final BooleanSupplier ready;
    private final Javalin javalin;

    public Listener(
            Endpoint endpoint,
            HttpLimits limits,
            Handler calls,
            Handler uploads,
            Handler operator,
            ResultFolder results,
            Optional<MetricsRoute> metrics,
            BooleanSupplier ready,
            List<? extends Routes> more) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.ready = ready;
        ResultRoute shown = new ResultRoute(results);
        javalin = Javalin.create(config -> {
            configure(config);
            config.routes.get("/health/live", context -> context.result("live\n"));
            config.routes.get("/health/ready", this::health);
            metrics.ifPresent(shownMetrics -> config.routes.get("/metrics", shownMetrics));
            config.routes.post("/operator/keys", operator);
            config.routes.get(ResultFolder.PATH + "{name}", shown);
            config.routes.head(ResultFolder.PATH + "{name}", shown);
            more.forEach(routes -> routes.addTo(config.routes));
            config.routes.get("/*", calls);
            config.routes.post("/*", context -> {
                if (UploadRoute.takes(context)) {
                    uploads.handle(context);
                } else {
                    calls.handle(context);
                }
            });
        });
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyHttpConfiguration(this::configure);
        config.jetty.modifyServer(Listener::stopGracefully);
        config.jetty.addConnector(this::connector);
    }

    /**
     * Starts listening and gives the port.
     *
     * @throws IOException if the address cannot be listened on
     */
    public int start() throws IOException {
        try {
            return javalin.start().port();
        } catch (RuntimeException e) {
            throw new IOException(
                    "The server cannot listen on %s port %d; is another program doing so?"
                            .formatted(endpoint.host(), endpoint.port()),
                    e);
        }
    }

    private void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
        http.setIdleTimeout(limits.patience().toMillis());
        // Callers check the host of a certificate; which host they call this server by is their affair.
        http.addCustomizer(new SecureRequestCustomizer(false));
    }

    private static void stopGracefully(Server server) {
        server.setStopTimeout(STOP.toMillis());
    }

    private Connector connector(Server server, HttpConfiguration configuration) {
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        ServerConnector connector = endpoint.identity()
                .map(identity -> new ServerConnector(server, detector(identity, http), http))
                .orElseGet(() -> new ServerConnector(server, http));
        connector.setHost(endpoint.host());
        connector.setPort(endpoint.port());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(limits.patience().toMillis());
        HeadDeadline heads = new HeadDeadline(connector.getScheduler(), limits.patience());
        connector.addBean(heads);
        configuration.addCustomizer(heads);
        configuration.addCustomizer(new AnswerPace(connector.getScheduler(), limits));
        connector.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        return connector;
    }

    private static DetectorConnectionFactory detector(TlsIdentity identity, HttpConnectionFactory http) {
        return new DetectorConnectionFactory(new SslConnectionFactory(identity.context(), http.getProtocol()));
    }

    private void health(Context context) {
        boolean isReady = ready.getAsBoolean();
        context.status(isReady ? 200 : 503).result(isReady ? "ready\n" : "loading\n");
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
