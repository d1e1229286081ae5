package io.imageseg.server.console;

import io.imageseg.server.api.Watched;
import io.imageseg.server.upload.UploadException;
import io.imageseg.server.upload.Uploads;
import java.io.InputStream;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes visitors' files, each by leave that a call of AuthorizeFileUpload gives, as files of client libraries are. */
public final class FileDesk {
    private final CallDesk calls;
    private final Uploads uploads;

    public FileDesk(CallDesk calls, Uploads uploads) {
        this.calls = calls;
        this.uploads = uploads;
    }

    /** Where calls find a file. */
    public record Kept(String url) {}

    /**
     * Keeps a file.
     *
     * @throws ConsoleException 413 if it is too large, and whatever AuthorizeFileUpload refuses
     */
    public Kept keep(Visitor visitor, InputStream file, String origin) {
        Watched watched =
                calls.watch(visitor, new CallDesk.Order("AuthorizeFileUpload", Map.of("Product", "imageseg")), origin);
        JsonNode answer = JsonMapper.shared().readTree(watched.json().body());
        if (watched.json().status() != 200) {
            throw new ConsoleException(
                    watched.json().status(),
                    answer.path("Code").asString(),
                    answer.path("Message").asString());
        }
        try {
            String key = uploads.keep(
                    answer.path("EncodedPolicy").asString(),
                    answer.path("Signature").asString(),
                    file);
            return new Kept(origin + "/" + key);
        } catch (UploadException e) {
            throw new ConsoleException(e.isTooLarge() ? 413 : e.status(), e.code(), e.text());
        }
    }
}
