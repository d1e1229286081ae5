package io.imageseg.server.result;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Results as files of a local folder, each under a random name. A file appears whole or not at all: it is written under
 * another name and renamed.
 */
public final class ResultFolder implements Results {
    /** Where the server shows results. */
    public static final String PATH = "/results/";

    /** How long an address works. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final String PART = ".part";
    private static final Logger LOG = LoggerFactory.getLogger(ResultFolder.class);

    private final Path folder;
    private final SignedUrls urls;
    private final Clock clock;

    public ResultFolder(Path folder, SignedUrls urls, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public String store(byte[] png, String origin) {
        String name = UUID.randomUUID() + ".png";
        Path part = folder.resolve(name + PART);
        try {
            Files.write(part, png);
            Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(part);
            throw new ApiException(
                    ErrorCode.NOT_TRANSFERRED, "The result could not be stored; the server's operator must look.", e);
        }
        String path = PATH + name;
        return origin + path + "?" + urls.sign(path, LIFE);
    }

    /** The file behind a path whose address is good, while it is there. */
    public Optional<Path> find(String path) {
        String name = path.substring(PATH.length());
        return name.matches("[0-9a-f-]{36}\\.png")
                ? Optional.of(folder.resolve(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Removes what no address leads to any more, and what a crash left half written. */
    public void sweep() {
        Instant oldest = clock.instant().minus(LIFE).minus(GRACE);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isOlder(file, oldest)).forEach(ResultFolder::remove);
        } catch (IOException e) {
            LOG.warn("The results in {} could not be swept", folder, e);
        }
    }

    private static boolean isOlder(Path file, Instant oldest) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
        } catch (IOException _) {
            return false;
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file, e);
        }
    }
}
