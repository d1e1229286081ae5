package io.imageseg.server.operator;

import io.imageseg.server.operator.Envelope.Direction;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The operator's end: asks a server that runs, and believes no answer but one sealed with the server's key. */
public final class RunningServer {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerAddress address;
    private final byte[] key;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.shared();

    private RunningServer(ServerAddress address, byte[] key, Clock clock) {
        this.address = address;
        this.key = key;
        this.clock = clock;
    }

    /**
     * The server that says it runs with a data folder; empty if none does.
     *
     * @param key what both ends seal with
     */
    public static Optional<RunningServer> of(Path data, byte[] key, Clock clock) throws IOException {
        return ServerAddress.in(data).map(address -> new RunningServer(address, key.clone(), clock));
    }

    /**
     * Asks it.
     *
     * @throws IOException if it does not answer, or what answers is not this server
     */
    public KeyReply ask(KeyCommand command) throws IOException, InterruptedException {
        String text = json.writerFor(KeyCommand.class).writeValueAsString(command);
        Envelope question = Envelope.sealed(
                key,
                Direction.TO_SERVER,
                address.instance(),
                clock.instant(),
                UUID.randomUUID().toString(),
                text);
        String answer = sent(json.writeValueAsString(question));
        try {
            Envelope sealed = json.readValue(answer, Envelope.class);
            if (sealed.nonce().equals(question.nonce()) && sealed.isGenuine(key, Direction.TO_OPERATOR)) {
                return json.readValue(sealed.text(), KeyReply.class);
            }
        } catch (JacksonException | NullPointerException _) {
            // Whatever it is, it is not our server's.
        }
        throw new IOException("what answers at %s is not the server of this folder".formatted(address.uri()));
    }

    private String sent(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.uri())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.body();
        }
    }
}
