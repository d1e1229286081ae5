package io.imageseg.server.http;

import io.imageseg.server.console.ConsoleException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What the console's page and the server tell each other, in JSON. */
final class ConsoleBody {
    private static final int MOST = 64 << 10;
    private static final byte[] EMPTY = {'{', '}'};
    private static final ObjectMapper JSON = JsonMapper.shared();

    private ConsoleBody() {}

    /** @throws ConsoleException 400 if the body is not what is expected, 413 if it is too long */
    static <T> T read(Context context, HttpLimits limits, Class<T> type) {
        try (InputStream body = new PacedBody(context.bodyInputStream(), limits)) {
            byte[] bytes = body.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new ConsoleException(
                        413,
                        "TooLarge",
                        "The request has more than the %d bytes that are allowed; send pictures as files."
                                .formatted(MOST));
            }
            T value = JSON.readValue(bytes.length == 0 ? EMPTY : bytes, type);
            if (value == null) {
                throw new ConsoleException(400, "InvalidRequest", "The request must be a JSON object.");
            }
            return value;
        } catch (JacksonException e) {
            // Its message quotes the body, which may hold a secret.
            throw new ConsoleException(400, "InvalidRequest", "The request is not the JSON that is expected here.");
        } catch (IOException e) {
            throw new ConsoleException(400, "CutOff", "The request was cut off or came too slowly; send it again.");
        }
    }

    static void write(Object value, Context context) {
        context.contentType("application/json;charset=utf-8").result(JSON.writeValueAsBytes(value));
    }
}
