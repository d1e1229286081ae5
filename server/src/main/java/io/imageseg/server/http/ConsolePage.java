package io.imageseg.server.http;

import io.imageseg.server.console.ConsoleException;
import io.imageseg.server.console.PageFiles;
import io.javalin.http.Context;

/** The files of the console's page. Those below {@code assets} have a hash of their content in their names. */
final class ConsolePage {
    private static final String PATH = "/console/";
    private static final String INDEX = "index.html";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private ConsolePage() {}

    static void show(Context context) {
        String path = context.path().length() <= PATH.length()
                ? INDEX
                : context.path().substring(PATH.length());
        PageFiles.PageFile file = PageFiles.find(path)
                .orElseThrow(() -> path.equals(INDEX)
                        ? new ConsoleException(404, "NoPage", "This build of the server has no console packed.")
                        : nothingThere());
        context.header("Cache-Control", path.startsWith("assets/") ? FOR_EVER : "no-cache")
                .contentType(file.contentType())
                .result(file.bytes());
    }

    static ConsoleException nothingThere() {
        return new ConsoleException(404, "NotFound", "The console has nothing at this address.");
    }
}
