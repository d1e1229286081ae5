package io.imageseg.server;

import io.imageseg.segment.Segmentation;
import io.imageseg.server.auth.AccessKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server in a process of its own, which can be killed. Each cut takes a while. */
final class ServerProcess implements AutoCloseable {
    private static final Duration CUT = Duration.ofMillis(100);

    private final Process process;
    private final int port;
    private final String keyId;
    private final String secret;

    private ServerProcess(Process process, int port, String keyId, String secret) {
        this.process = process;
        this.port = port;
        this.keyId = keyId;
        this.secret = secret;
    }

    /** @param options of its Java */
    static ServerProcess start(Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ServerProcess.class.getName(), data.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            String[] words = line.split(" ");
            if (words[0].equals("serves")) {
                Thread.ofVirtual().start(() -> drain(said));
                return new ServerProcess(process, Integer.parseInt(words[1]), words[2], words[3]);
            }
        }
        throw new AssertionError("the server did not start, %d: %s".formatted(exit(process), all));
    }

    private static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void drain(BufferedReader said) {
        try {
            while (said.readLine() != null) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RpcCall call(String action) {
        return new RpcCall(address(), keyId, secret, Clock.systemUTC(), action);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Ends it without any warning, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void main(String[] arguments) throws Exception {
        Settings settings = SettingsReader.read(
                Optional.empty(), Map.of("imageseg.port", "0", "imageseg.source.allow", "127.0.0.1/32"));
        Segmentation segmentation = new Segmentation(TestNetworks.with(() -> new RedIsSalient(ServerProcess::pause)));
        ImagesegServer server = new ImagesegServer(settings, Path.of(arguments[0]), segmentation, Clock.systemUTC());
        List<AccessKey> keys = server.keys().all();
        AccessKey key = keys.isEmpty() ? server.keys().create() : keys.getFirst();
        // In one piece, since others log on the same stream.
        System.out.println("serves %d %s %s".formatted(server.port(), key.id(), key.secret()));
        // The end of the stream is the end of whoever started this.
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(1);
    }

    private static void pause() {
        try {
            Thread.sleep(CUT);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
