package io.imageseg.server.http;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Body;
import io.imageseg.server.api.ErrorCode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The body of a request of the API, bounded while it streams. */
final class RequestBody {
    /** A data URL of the largest file of any action, and room for the other parameters. */
    private static final int MOST = 12 << 20;

    private static final int PIECE = 16 << 10;
    private static final String FORM = "application/x-www-form-urlencoded";

    private RequestBody() {}

    /**
     * Reads it. What is refused is read on for a while: a caller who is still writing would lose the answer together
     * with the connection.
     *
     * @param room grows with it
     * @throws ApiException InvalidParameter.TooLarge, InvalidParameter.Transfer, Timeout or ServiceUnavailable
     */
    static Body of(Context context, HttpLimits limits, BodyRoom.Part room) {
        String type = context.contentType();
        boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
        try (InputStream body = new PacedBody(context.bodyInputStream(), limits)) {
            byte[] bytes = read(body, context.req().getContentLengthLong(), room);
            return bytes.length == 0 ? Body.NONE : new Body(bytes, isForm);
        } catch (PacedBody.SlowException e) {
            throw new ApiException(ErrorCode.DEADLINE_PASSED, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ApiException(ErrorCode.NOT_TRANSFERRED, "The body was cut off; send it again.", e);
        }
    }

    private static byte[] read(InputStream body, long announced, BodyRoom.Part room) throws IOException {
        if (announced > MOST) {
            throw tooLarge(body);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream((int) Math.clamp(announced, 0, BodyRoom.SMALL));
        byte[] piece = new byte[PIECE];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            if (whole.size() + read > MOST) {
                throw tooLarge(body);
            }
            try {
                room.growTo(whole.size() + read);
            } catch (ApiException e) {
                long _ = body.skip(MOST);
                throw e;
            }
            whole.write(piece, 0, read);
        }
        return whole.toByteArray();
    }

    private static ApiException tooLarge(InputStream body) throws IOException {
        long _ = body.skip(MOST);
        return new ApiException(
                ErrorCode.FILE_TOO_LARGE, "The body has more than the %d bytes that are allowed.".formatted(MOST));
    }
}
