package io.imageseg.server.http;

import io.imageseg.server.api.Answer;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ApiRequest;
import io.imageseg.server.api.Body;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.function.Function;

/** Commands of the server's operator. */
public record OperatorPost(Function<ApiRequest, Answer> operator, Origin origin) implements Handler {
    @Override
    public void handle(Context context) throws IOException {
        CallRoute.write(operator.apply(CallRoute.request(context, body(context), origin)), context);
    }

    /** A body that is too long is none of the operator's. */
    private static Body body(Context context) throws IOException {
        try {
            return RequestBody.of(context);
        } catch (ApiException _) {
            return Body.NONE;
        }
    }
}
