package io.imageseg.server.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;

/** A file that is being written; what is not kept by the time it is closed is gone. Used by one thread. */
public final class Draft implements AutoCloseable {
    private static final String PART = ".part";

    private final Path file;
    private final Path part;
    private final Clock clock;
    private final Runnable closed;
    private final OutputStream out;

    Draft(Path file, Clock clock, Runnable closed) throws IOException {
        this.file = file;
        this.clock = clock;
        this.closed = closed;
        part = file.resolveSibling(file.getFileName() + PART);
        out = Files.newOutputStream(part);
    }

    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    /** Gives the file its name; its life begins. */
    public void keep() throws IOException {
        out.close();
        Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try (out) {
            ExpiringFolder.remove(part);
        } catch (IOException _) {
            // What could not be written is removed all the same.
        } finally {
            closed.run();
        }
    }
}
