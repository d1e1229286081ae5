package io.imageseg.cli;

import com.sun.net.httpserver.HttpServer;
import io.imageseg.server.Operator;
import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.SignedQuery;
import io.imageseg.server.operator.KeyCommand;
import io.imageseg.server.operator.KeyReply;
import io.imageseg.server.operator.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sun.misc.Signal;

/**
 * A whole run of {@code serve} with one call in it, whose classes Java keeps for later starts (JEP 350). It is run before
 * anything else is: a run without a call, or that fails, would leave fewer classes, and Java would not add to them.
 */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAUSE_MILLISECONDS = 20;
    private static final String PHOTO = "rehearsal.jpg";

    private final Path data;
    private volatile boolean answered;

    private Rehearsal(Path data) {
        this.data = data;
    }

    /** Takes an empty data folder; exit code 1 if the call was not answered well. */
    static void main(String[] arguments) throws InterruptedException {
        Rehearsal rehearsal = new Rehearsal(Path.of(arguments[0]));
        Thread.ofPlatform().daemon().name("rehearsal").start(rehearsal::callAndEnd);
        int code = Main.run("serve", "--port", "0", "--allow-source", "127.0.0.1/32", "--data", arguments[0]);
        System.exit(rehearsal.answered ? code : 1);
    }

    private void callAndEnd() {
        try {
            call();
            answered = true;
        } catch (IOException | InterruptedException | RuntimeException e) {
            System.err.println("imageseg: the rehearsal's call was not answered: " + e.getMessage());
        } finally {
            Signal.raise(new Signal("TERM"));
        }
    }

    private void call() throws IOException, InterruptedException {
        URI server = server();
        KeyReply reply =
                Operator.ask(data, new KeyCommand.Create("rehearsal", KeyLimits.NONE, false), Clock.systemUTC());
        if (!(reply instanceof KeyReply.Issued(KeyReply.KeyView key, String secret))) {
            throw new IOException("no key was made");
        }
        HttpServer host = photoHost();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String photo = "http://127.0.0.1:%d/%s".formatted(host.getAddress().getPort(), PHOTO);
            String query = SignedQuery.of("SegmentCommonImage", Map.of("ImageURL", photo), key.accessKeyId(), secret);
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.resolve("/?" + query))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.body());
            }
        } finally {
            host.stop(0);
        }
    }

    /** Waits until it listens. */
    private URI server() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<ServerAddress> address = ServerAddress.in(data);
            if (address.isPresent()) {
                return address.get().uri();
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        throw new IOException("the server does not listen after " + PATIENCE);
    }

    private static HttpServer photoHost() throws IOException {
        byte[] photo;
        try (InputStream file = Objects.requireNonNull(Rehearsal.class.getResourceAsStream(PHOTO), PHOTO)) {
            photo = file.readAllBytes();
        }
        HttpServer host = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        host.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, photo.length);
                exchange.getResponseBody().write(photo);
            }
        });
        host.start();
        return host;
    }
}
