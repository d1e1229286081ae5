package io.imageseg.bench.peer;

import io.imageseg.bench.photo.Photo;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;

/** How long it takes from starting a server's process to its first PNG. */
record ColdStart(Photo photo) {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int PAUSE_MILLISECONDS = 10;

    /** In seconds; the server is closed then. */
    double of(CutServer server) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (CutServer.Running running = server.start()) {
            byte[] _ = first(running);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** Asks until there is somebody who answers. */
    byte[] first(CutServer.Running running) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return running.cut(photo);
            } catch (ConnectException e) {
                running.child().check();
                if (System.nanoTime() > end) {
                    throw new IOException(
                            "the server does not listen after %d minutes".formatted(PATIENCE.toMinutes()), e);
                }
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }
}
