package io.imageseg.bench.process;

import io.imageseg.bench.call.ApiClient;
import io.imageseg.bench.call.Key;
import io.imageseg.model.EngineChoice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** {@code imageseg serve} as users start it, in a process of its own. */
public final class Imageseg implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ENGINE = "IS-Net runs on";

    private final Child child;
    private final ApiClient client;

    private Imageseg(Child child, ApiClient client) {
        this.child = child;
        this.client = client;
    }

    /**
     * Starts it; it still loads.
     *
     * @param data its folder
     * @param key one of that folder
     * @param options of {@code serve}, such as {@code --limits open}
     */
    public static Imageseg start(
            Installation installation, EngineChoice.Kind engine, Path data, Key key, List<String> options)
            throws IOException {
        int port = Child.freePort();
        List<String> command = new ArrayList<>();
        command.addAll(List.of(installation.launcher().toString(), "serve", "--port", Integer.toString(port)));
        command.addAll(List.of("--data", data.toString(), "--allow-source", "127.0.0.1/32"));
        command.addAll(List.of("--engine", engine.name().toLowerCase(Locale.ROOT)));
        command.addAll(options);
        Map<String, String> environment =
                Map.of("IMAGESEG_HOME", installation.runtime().toString());
        Child child = Child.start(command, environment, log(installation));
        URI address = URI.create("http://127.0.0.1:%d/".formatted(port));
        return new Imageseg(child, new ApiClient(ApiClient.newHttp(), address, key));
    }

    private static Path log(Installation installation) {
        return installation.bench().resolve("imageseg.log");
    }

    /** What the one that was started last said of what runs IS-Net. */
    public static String engine(Installation installation) throws IOException {
        try (Stream<String> lines = Files.lines(log(installation))) {
            return lines.filter(line -> line.contains(ENGINE))
                    .map(line -> line.substring(line.indexOf(ENGINE)))
                    .findFirst()
                    .orElse("imageseg does not say what runs IS-Net");
        }
    }

    public Child child() {
        return child;
    }

    public ApiClient client() {
        return client;
    }

    /**
     * Waits until it says that it is ready.
     *
     * @throws IOException if it ends, or takes minutes
     */
    public void awaitReady() throws IOException, InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(client.server().resolve("/health/ready")).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(client.http(), question)) {
            child.check();
            if (System.nanoTime() > end) {
                throw new IOException("the server is not ready after %d s".formatted(PATIENCE.toSeconds()));
            }
            Thread.sleep(100);
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest question) throws InterruptedException {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
