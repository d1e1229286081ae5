package io.imageseg.server.http;

import io.imageseg.server.console.ConsoleException;
import io.imageseg.server.console.PageFiles;
import io.javalin.http.Context;
import java.util.Optional;

/** The files of the console's page. Those below {@code assets} have a hash of their content in their names. */
final class ConsolePage {
    private static final String PATH = "/console/";
    private static final String INDEX = "index.html";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** For whoever opens a server that was built without the page, in both of the page's languages. */
    private static final String NOT_PACKED = """
            This build of imageseg has no console packed. ./imageseg build makes one that has it; it needs npm.
            The API is served all the same; GET /openapi.json describes it.

            此构建未包含控制台。运行 ./imageseg build（需要 npm）即可构建包含控制台的版本。
            API 不受影响，GET /openapi.json 提供其说明。
            """;

    private ConsolePage() {}

    static void show(Context context) {
        String path = context.path().length() <= PATH.length()
                ? INDEX
                : context.path().substring(PATH.length());
        Optional<PageFiles.PageFile> file = PageFiles.find(path);
        if (file.isPresent()) {
            context.header("Cache-Control", path.startsWith("assets/") ? FOR_EVER : "no-cache")
                    .contentType(file.get().contentType())
                    .result(file.get().bytes());
        } else if (path.equals(INDEX)) {
            context.status(404).contentType("text/plain;charset=utf-8").result(NOT_PACKED);
        } else {
            throw nothingThere();
        }
    }

    static ConsoleException nothingThere() {
        return new ConsoleException(404, "NotFound", "The console has nothing at this address.");
    }
}
