package io.imageseg.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A running client program: it reads a call a line from its input and writes what became of it, a line each. */
final class Client implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final Writer calls;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    /** @param log takes what the program says beside its answers */
    Client(ProcessBuilder program, Path log) throws IOException {
        this.log = log;
        process = program.redirectError(log.toFile()).start();
        calls = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException _) {
            // Its end is what the reader waits for.
        }
        lines.add(Optional.empty());
    }

    Reply make(Call call) throws IOException, InterruptedException {
        calls.write(JsonMapper.shared().writeValueAsString(call) + "\n");
        calls.flush();
        Optional<String> line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (line == null || line.isEmpty()) {
            String end = line == null ? "did not answer" : "ended";
            throw new AssertionError("The client %s at %s:%n%s".formatted(end, call, Files.readString(log)));
        }
        return Reply.parse(line.get());
    }

    @Override
    public void close() throws IOException {
        calls.close();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
