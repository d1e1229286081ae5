package io.imageseg.model;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where engines keep what they made of networks: a folder for each content of a file and each maker, so that nothing made
 * of another file or by another version is ever taken. What was not used for 30 days is removed. It may be removed as a
 * whole at any time, and need not be writable.
 *
 * @param folder made when something is kept
 */
record EngineCache(Path folder, Clock clock) {
    static final Duration UNUSED = Duration.ofDays(30);

    private static final String PLACE = ".+-[0-9a-f]{8}(-.+)?";

    EngineCache(Path folder) {
        this(folder.toAbsolutePath(), Clock.systemUTC());
    }

    /**
     * Where a maker keeps what it makes of a file; need not be there yet.
     *
     * @param maker the engine, its version, and whatever else decides what it makes
     * @throws ModelException if the file cannot be read
     */
    Path place(Path file, String maker) {
        try {
            return folder.resolve("%s-%08x-%s".formatted(file.getFileName(), Checksum.of(file), maker));
        } catch (IOException e) {
            throw new ModelException("the network %s cannot be read: %s".formatted(file, e), e);
        }
    }

    /** A place was used now, if it is there; removes those that were not for long. */
    void used(Path place) {
        try {
            if (Files.isDirectory(place)) {
                Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
                sweep(clock.instant().minus(UNUSED));
            }
        } catch (IOException _) {
            // What is not swept now is swept at another opening.
        }
    }

    private void sweep(Instant oldest) throws IOException {
        List<Path> places;
        try (Stream<Path> all = Files.list(folder)) {
            places = all.filter(place -> place.getFileName().toString().matches(PLACE))
                    .filter(Files::isDirectory)
                    .toList();
        }
        for (Path place : places) {
            if (Files.getLastModifiedTime(place).toInstant().isBefore(oldest)) {
                remove(place);
            }
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
