package io.imageseg.server.http;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The raw body of a request, if it is a form. */
final class FormBody {
    /** A data URL of the largest file of any action, and room for the other parameters. */
    private static final int MOST = 12 << 20;

    private static final String TYPE = "application/x-www-form-urlencoded";

    private FormBody() {}

    /**
     * The form, empty text for none.
     *
     * @throws ApiException InvalidParameter.TooLarge
     */
    static String of(Context context) throws IOException {
        String type = context.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            return "";
        }
        try (InputStream body = context.bodyInputStream()) {
            byte[] bytes = body.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                // A caller who is still writing would lose the answer together with the connection.
                long _ = body.skip(MOST);
                throw new ApiException(
                        ErrorCode.FILE_TOO_LARGE,
                        "The body has more than the %d bytes that are allowed.".formatted(MOST));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
