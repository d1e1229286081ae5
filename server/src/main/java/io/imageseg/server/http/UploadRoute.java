package io.imageseg.server.http;

import io.imageseg.server.api.Answer;
import io.imageseg.server.upload.Uploads;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Forms with files, which clients post to the root. */
public record UploadRoute(Uploads uploads, Origin origin, HttpLimits limits) implements Handler {

    static boolean takes(Context context) {
        return context.path().equals("/")
                && type(context).toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private static String type(Context context) {
        String type = context.contentType();
        return type == null ? "" : type;
    }

    @Override
    public void handle(Context context) throws IOException {
        try (InputStream body = new PacedBody(context.bodyInputStream(), limits)) {
            Answer answer = uploads.receive(type(context), body, origin.of(context));
            if (answer.status() >= 400) {
                context.header("Connection", "close");
            }
            CallRoute.write(answer, context);
        }
    }
}
