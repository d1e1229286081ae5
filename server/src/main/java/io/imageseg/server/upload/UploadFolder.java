package io.imageseg.server.upload;

import io.imageseg.server.api.OwnFiles;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.folder.Draft;
import io.imageseg.server.folder.ExpiringFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** Uploads as files of a local folder, under keys that nobody guesses. Whoever knows a key may use the file. */
public final class UploadFolder implements OwnFiles {
    /** How long an upload can be named in a call. */
    static final Duration LIFE = Duration.ofMinutes(30);

    private static final String KEY_PREFIX = "uploads/";
    private static final int RANDOM_BYTES = 24;
    private static final String NAME = "[0-9a-f]{" + 2 * RANDOM_BYTES + "}";

    private final ExpiringFolder folder;
    private final SecureRandom random = new SecureRandom();

    public UploadFolder(Path folder, Clock clock) throws IOException {
        this.folder = new ExpiringFolder(folder, LIFE, clock);
    }

    /** A key that no file has had: 192 random bits. */
    String newKey() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return KEY_PREFIX + HexFormat.of().formatHex(bytes);
    }

    /**
     * Begins the file of a key.
     *
     * @param key one that {@link #newKey} made
     * @throws java.nio.file.FileAlreadyExistsException if there is one or it is being sent
     */
    Draft begin(String key) throws IOException {
        return folder.begin(key.substring(KEY_PREFIX.length()));
    }

    @Override
    public String prefix() {
        return "/" + KEY_PREFIX;
    }

    @Override
    public Optional<Path> find(String path, Parameters query) {
        String name = path.substring(prefix().length());
        return name.matches(NAME) ? folder.find(name) : Optional.empty();
    }

    /** How many files there are. */
    public long files() {
        return folder.files();
    }

    /** Their bytes. */
    public long bytes() {
        return folder.bytes();
    }

    /** Removes what has expired, and what a crash left half written. */
    public void sweep() {
        folder.sweep();
    }
}
