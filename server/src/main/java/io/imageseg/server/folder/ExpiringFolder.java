package io.imageseg.server.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose files live for a while. A file appears whole or not at all: it is written under another name and
 * renamed. Safe for any number of threads of one process, which has the folder for itself.
 */
public final class ExpiringFolder {
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(ExpiringFolder.class);

    private final Path folder;
    private final Duration life;
    private final Clock clock;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /** @param life how long a file is found; it is removed ten minutes later */
    public ExpiringFolder(Path folder, Duration life, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.life = life;
        this.clock = clock;
    }

    /**
     * Begins a file, which nobody finds before it is kept.
     *
     * @param name a plain name, without separators
     * @throws FileAlreadyExistsException if there is such a file or it is being written
     */
    public Draft begin(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!begun.add(name)) {
            throw new FileAlreadyExistsException(name);
        }
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(name);
            }
            return new Draft(file, clock, () -> begun.remove(name));
        } catch (IOException | RuntimeException e) {
            begun.remove(name);
            throw e;
        }
    }

    /**
     * The file while it lives.
     *
     * @param name a plain name, without separators
     */
    public Optional<Path> find(String name) {
        Instant oldest = clock.instant().minus(life);
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile).filter(file -> isYounger(file, oldest));
    }

    private static boolean isYounger(Path file, Instant than) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(than);
        } catch (IOException _) {
            return false;
        }
    }

    /** Removes what has expired, and what a crash left half written. */
    public void sweep() {
        Instant oldest = clock.instant().minus(life).minus(GRACE);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isOlder(file, oldest)).forEach(ExpiringFolder::remove);
        } catch (IOException e) {
            LOG.warn("The files in {} could not be swept", folder, e);
        }
    }

    /** How many files there are, expired ones that are not removed yet among them. */
    public long files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Their bytes. */
    public long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(ExpiringFolder::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            // Removed meanwhile.
            return 0;
        }
    }

    private static boolean isOlder(Path file, Instant than) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (IOException _) {
            return false;
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file, e);
        }
    }
}
