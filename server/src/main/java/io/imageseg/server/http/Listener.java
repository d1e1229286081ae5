package io.imageseg.server.http;

import io.imageseg.server.api.Answer;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ApiRequest;
import io.imageseg.server.api.Body;
import io.imageseg.server.api.Service;
import io.imageseg.server.result.ResultFolder;
import io.imageseg.server.result.SignedUrls;
import io.javalin.Javalin;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

/** The server's socket: calls of the API at any path, results, health. Owned by whoever starts it. */
public final class Listener implements AutoCloseable {
    private static final int MAX_HEADERS = 16 << 10;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Service service;
    private final ResultFolder results;
    private final SignedUrls urls;
    private final BooleanSupplier ready;
    private final Optional<String> publicUrl;
    private final Javalin javalin;

    public Listener(
            Service service, ResultFolder results, SignedUrls urls, BooleanSupplier ready, Optional<String> publicUrl) {
        this.service = service;
        this.results = results;
        this.urls = urls;
        this.ready = ready;
        this.publicUrl = publicUrl;
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.modifyHttpConfiguration(Listener::configure);
            config.jetty.modifyServer(Listener::stopGracefully);
            config.routes.get("/health/live", context -> context.result("live\n"));
            config.routes.get("/health/ready", this::health);
            config.routes.get(ResultFolder.PATH + "{name}", this::result);
            config.routes.head(ResultFolder.PATH + "{name}", this::result);
            config.routes.get("/*", this::call);
            config.routes.post("/*", this::call);
        });
    }

    /**
     * Starts listening and gives the port.
     *
     * @throws IOException if the address cannot be listened on
     */
    public int start(String host, int port) throws IOException {
        try {
            return javalin.start(host, port).port();
        } catch (RuntimeException e) {
            throw new IOException(
                    "The server cannot listen on %s port %d; is another program doing so?".formatted(host, port), e);
        }
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
        http.setIdleTimeout(IDLE.toMillis());
    }

    private static void stopGracefully(Server server) {
        server.setStopTimeout(STOP.toMillis());
    }

    private void health(Context context) {
        boolean isReady = ready.getAsBoolean();
        context.status(isReady ? 200 : 503).result(isReady ? "ready\n" : "loading\n");
    }

    private void call(Context context) throws IOException {
        Answer answer;
        try {
            answer = service.answer(request(context, RequestBody.of(context)));
        } catch (ApiException e) {
            answer = service.refuse(request(context, Body.NONE), e);
        }
        answer.retryAfter().ifPresent(after -> context.header("Retry-After", String.valueOf(after.toSeconds())));
        context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
    }

    private ApiRequest request(Context context, Body body) {
        String query = context.queryString();
        return new ApiRequest(
                context.method().name(),
                context.req().getRequestURI(),
                query == null ? "" : query,
                headers(context.req()),
                body,
                origin(context),
                CallerProbe.of(context.req()));
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), name -> String.join(",", Collections.list(request.getHeaders(name)))));
    }

    private String origin(Context context) {
        return publicUrl.orElseGet(() -> context.scheme() + "://" + authority(context));
    }

    /** What was asked for, or our own address where a caller of HTTP/1.0 does not say. */
    private static String authority(Context context) {
        String host = context.host();
        return host == null
                ? context.req().getServerName() + ":" + context.req().getServerPort()
                : host;
    }

    private void result(Context context) throws IOException {
        String path = ResultFolder.PATH + context.pathParam("name");
        if (!urls.isGood(path, parameter(context, "Expires"), parameter(context, "Signature"))) {
            context.status(403).result("The address has expired or is not genuine.\n");
            return;
        }
        Optional<Path> file = results.find(path);
        try {
            if (file.isPresent()) {
                byte[] png = Files.readAllBytes(file.get());
                context.contentType("image/png")
                        .header("Cache-Control", "private")
                        .result(png);
                return;
            }
        } catch (NoSuchFileException _) {
            // Swept since it was found.
        }
        context.status(404).result("The result is gone.\n");
    }

    private static String parameter(Context context, String name) {
        String value = context.queryParam(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
