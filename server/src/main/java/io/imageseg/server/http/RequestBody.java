package io.imageseg.server.http;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Body;
import io.imageseg.server.api.ErrorCode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The body of a request of the API, bounded while it streams. */
final class RequestBody {
    /** A data URL of the largest file of any action, and room for the other parameters. */
    private static final int MOST = 12 << 20;

    private static final String FORM = "application/x-www-form-urlencoded";

    private RequestBody() {}

    /** @throws ApiException InvalidParameter.TooLarge */
    static Body of(Context context) throws IOException {
        String type = context.contentType();
        boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
        try (InputStream body = context.bodyInputStream()) {
            byte[] bytes = body.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                // A caller who is still writing would lose the answer together with the connection.
                long _ = body.skip(MOST);
                throw new ApiException(
                        ErrorCode.FILE_TOO_LARGE,
                        "The body has more than the %d bytes that are allowed.".formatted(MOST));
            }
            return bytes.length == 0 ? Body.NONE : new Body(bytes, isForm);
        }
    }
}
