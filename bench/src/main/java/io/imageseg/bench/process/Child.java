package io.imageseg.bench.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, which ends with this. */
public final class Child implements AutoCloseable {
    private static final int SECONDS_TO_END = 30;
    private static final int SAID_LAST = 5;

    private final Process process;
    private final Path log;
    private final Thread whenThisEnds;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        whenThisEnds = Thread.ofPlatform().unstarted(process::destroy);
        Runtime.getRuntime().addShutdownHook(whenThisEnds);
    }

    /**
     * Starts a program.
     *
     * @param environment beside this process's own
     * @param log takes what it says; written anew
     */
    public static Child start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        Files.createDirectories(log.resolveSibling(""));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Child(builder.start(), log);
    }

    /** A port of the loopback interface that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** @throws IOException if it has ended; says what it said last */
    public void check() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("the server ended with %d; it said last, in %s:%n%s"
                    .formatted(process.exitValue(), log, saidLast()));
        }
    }

    private String saidLast() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - SAID_LAST), all.size()));
        }
    }

    /** What it has started and has not ended. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    void awaitEnd() throws InterruptedException {
        int _ = process.waitFor();
    }

    public Footprint footprint() throws IOException {
        check();
        return ProcFolder.OF_SYSTEM.footprint(process.toHandle());
    }

    /** Asks it to end, and makes it after a while. */
    @Override
    public void close() {
        List<ProcessHandle> descendants = descendants();
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
        forget();
    }

    private void forget() {
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(whenThisEnds);
        } catch (IllegalStateException _) {
            // This process ends just now, and the child has ended already.
        }
    }
}
