package io.imageseg.server.http;

import io.imageseg.server.api.Answer;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ApiRequest;
import io.imageseg.server.api.Body;
import io.imageseg.server.api.Service;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls of the API. */
public final class CallRoute implements Handler {
    private final Service service;
    private final Origin origin;
    private final HttpLimits limits;
    private final BodyRoom room;

    public CallRoute(Service service, Origin origin, HttpLimits limits) {
        this.service = service;
        this.origin = origin;
        this.limits = limits;
        room = new BodyRoom(limits.bodyBytes());
    }

    @Override
    public void handle(Context context) {
        try (BodyRoom.Part part = room.part()) {
            write(answer(context, part), context);
        }
    }

    private Answer answer(Context context, BodyRoom.Part part) {
        Body body;
        try {
            body = RequestBody.of(context, limits, part);
        } catch (ApiException e) {
            // What may be left of the body is not read.
            context.header("Connection", "close");
            return service.refuse(request(context, Body.NONE, origin), e);
        }
        Optional<StillWorking> telling = StillWorking.to(context);
        try {
            return service.answer(request(context, body, origin));
        } finally {
            telling.ifPresent(StillWorking::end);
        }
    }

    static void write(Answer answer, Context context) {
        answer.retryAfter().ifPresent(after -> context.header("Retry-After", String.valueOf(after.toSeconds())));
        context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
    }

    static ApiRequest request(Context context, Body body, Origin origin) {
        String query = context.queryString();
        return new ApiRequest(
                context.method().name(),
                context.req().getRequestURI(),
                query == null ? "" : query,
                headers(context.req()),
                body,
                origin.of(context),
                CallerProbe.of(context.req()));
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), name -> String.join(",", Collections.list(request.getHeaders(name)))));
    }
}
