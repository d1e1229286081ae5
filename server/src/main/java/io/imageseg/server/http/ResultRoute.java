package io.imageseg.server.http;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.result.ResultFolder;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Results at their signed addresses. */
record ResultRoute(ResultFolder results) implements Handler {
    @Override
    public void handle(Context context) throws IOException {
        String path = ResultFolder.PATH + context.pathParam("name");
        Optional<Parameters> query = query(context).filter(given -> results.isGood(path, given));
        if (query.isEmpty()) {
            context.status(403).result("The address has expired or is not genuine.\n");
            return;
        }
        Optional<Path> file = results.find(path, query.get());
        try {
            if (file.isPresent()) {
                show(file.get(), context);
                return;
            }
        } catch (NoSuchFileException _) {
            // Swept since it was found.
        }
        context.status(404).result("The result is gone.\n");
    }

    /** From the file, not from memory, however many take their results at once. */
    private static void show(Path file, Context context) throws IOException {
        long length = Files.size(file);
        context.contentType("image/png").header("Cache-Control", "private").header("Content-Length", "" + length);
        if (context.method() != HandlerType.HEAD) {
            context.result(Files.newInputStream(file));
        }
    }

    private static Optional<Parameters> query(Context context) {
        String query = context.queryString();
        try {
            return Optional.of(Parameters.parse(query == null ? "" : query));
        } catch (ApiException _) {
            return Optional.empty();
        }
    }
}
