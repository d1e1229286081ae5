package io.imageseg.server;

import io.imageseg.model.Network;
import io.imageseg.segment.Segmentation;
import io.imageseg.server.auth.AccessKey;
import io.imageseg.server.operator.KeyCommand;
import io.imageseg.server.operator.KeyReply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A whole server on a free port of the loopback interface, with a network that is cheap and a clock that can be set. */
final class TestServer implements AutoCloseable {
    private final Path data;
    private final AdjustableClock clock;
    private final Segmentation segmentation;
    private final ImagesegServer server;
    private final AccessKey key;

    private TestServer(Path data, AdjustableClock clock, Map<String, String> settings, Supplier<Network> network)
            throws IOException {
        this.data = data;
        this.clock = clock;
        Settings read = read(settings);
        segmentation = new Segmentation(TestNetworks.with(network), NetworkSettings.read(read.networks(), 1));
        server = new ImagesegServer(read, data, segmentation, clock);
        List<AccessKey> keys = server.keys().all();
        key = keys.isEmpty() ? server.keys().create() : keys.getFirst();
    }

    /** How many calls the networks allow at a time, as soon as all are loaded. */
    int atATime() {
        return segmentation.atATime().join();
    }

    static TestServer start(Path data) throws IOException {
        return start(data, new AdjustableClock(), Map.of(), RedIsSalient::new);
    }

    static TestServer start(Path data, AdjustableClock clock) throws IOException {
        return start(data, clock, Map.of(), RedIsSalient::new);
    }

    static TestServer start(Path data, AdjustableClock clock, Map<String, String> settings) throws IOException {
        return start(data, clock, settings, RedIsSalient::new);
    }

    static TestServer start(Path data, Map<String, String> settings, Supplier<Network> network) throws IOException {
        return start(data, new AdjustableClock(), settings, network);
    }

    static TestServer start(Path data, AdjustableClock clock, Map<String, String> settings, Supplier<Network> network)
            throws IOException {
        return new TestServer(data, clock, settings, network);
    }

    private static Settings read(Map<String, String> special) throws IOException {
        Map<String, String> settings =
                new HashMap<>(Map.of("imageseg.port", "0", "imageseg.source.allow", "127.0.0.1/32"));
        settings.putAll(special);
        return SettingsReader.read(Optional.empty(), settings);
    }

    /** What the operator is answered, by way of the running server. */
    KeyReply operator(KeyCommand command) throws IOException, InterruptedException {
        return Operator.ask(data, command, clock);
    }

    /** A call with the first key. */
    RpcCall call(String action) {
        return call(action, key);
    }

    RpcCall call(String action, AccessKey caller) {
        return new RpcCall(address(), caller.id(), caller.secret(), clock, action);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/");
    }

    int port() {
        return server.port();
    }

    /** The first key. */
    AccessKey key() {
        return key;
    }

    ImagesegServer server() {
        return server;
    }

    AdjustableClock clock() {
        return clock;
    }

    Path resultsFolder() {
        return data.resolve("results");
    }

    Path uploadsFolder() {
        return data.resolve("uploads");
    }

    /** Names of all that lies in the uploads folder, whole or half written. */
    List<String> uploads() throws IOException {
        return names(uploadsFolder());
    }

    /** Names of all that lies in the results folder, whole or half written. */
    List<String> results() throws IOException {
        return names(resultsFolder());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public void close() {
        server.close();
        segmentation.close();
    }
}
