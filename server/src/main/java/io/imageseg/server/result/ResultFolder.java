package io.imageseg.server.result;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.OwnFiles;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.api.Results;
import io.imageseg.server.folder.Draft;
import io.imageseg.server.folder.ExpiringFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Results as files of a local folder, each under a random name. */
public final class ResultFolder implements Results, OwnFiles {
    /** Where the server shows results. */
    public static final String PATH = "/results/";

    /** How long an address works. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    private final ExpiringFolder folder;
    private final SignedUrls urls;

    public ResultFolder(Path folder, SignedUrls urls, Clock clock) throws IOException {
        this.folder = new ExpiringFolder(folder, LIFE, clock);
        this.urls = urls;
    }

    @Override
    public String store(byte[] png, String origin) {
        String name = UUID.randomUUID() + ".png";
        try (Draft draft = folder.begin(name)) {
            draft.write(png, 0, png.length);
            draft.keep();
        } catch (IOException e) {
            throw new ApiException(
                    ErrorCode.NOT_TRANSFERRED, "The result could not be stored; the server's operator must look.", e);
        }
        String path = PATH + name;
        return origin + path + "?" + urls.sign(path, LIFE);
    }

    @Override
    public String prefix() {
        return PATH;
    }

    @Override
    public Optional<Path> find(String path, Parameters query) {
        return isGood(path, query) ? file(path) : Optional.empty();
    }

    /** Whether the query makes the path's address good, whether or not the file is still there. */
    public boolean isGood(String path, Parameters query) {
        return urls.isGood(
                path, query.get("Expires").orElse(""), query.get("Signature").orElse(""));
    }

    private Optional<Path> file(String path) {
        String name = path.substring(PATH.length());
        return name.matches("[0-9a-f-]{36}\\.png") ? folder.find(name) : Optional.empty();
    }

    /** How many files there are. */
    public long files() {
        return folder.files();
    }

    /** Their bytes. */
    public long bytes() {
        return folder.bytes();
    }

    /** Removes what no address leads to any more, and what a crash left half written. */
    public void sweep() {
        folder.sweep();
    }
}
