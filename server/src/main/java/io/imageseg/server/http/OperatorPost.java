package io.imageseg.server.http;

import io.imageseg.server.api.Answer;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ApiRequest;
import io.imageseg.server.api.Body;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Function;

/** Commands of the server's operator. */
public record OperatorPost(Function<ApiRequest, Answer> operator, Origin origin, HttpLimits limits) implements Handler {
    @Override
    public void handle(Context context) {
        CallRoute.write(operator.apply(CallRoute.request(context, body(context), origin)), context);
    }

    /** A body that is too long is none of the operator's. */
    private Body body(Context context) {
        try (BodyRoom.Part small = new BodyRoom(0).part()) {
            return RequestBody.of(context, limits, small);
        } catch (ApiException _) {
            context.header("Connection", "close");
            return Body.NONE;
        }
    }
}
