package io.imageseg.server.http;

import io.imageseg.server.api.Answer;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ApiRequest;
import io.imageseg.server.api.Body;
import io.imageseg.server.api.Service;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls of the API. */
public record CallRoute(Service service, Origin origin) implements Handler {
    @Override
    public void handle(Context context) throws IOException {
        Answer answer;
        try {
            ApiRequest request = request(context, RequestBody.of(context), origin);
            Optional<StillWorking> telling = StillWorking.to(context);
            try {
                answer = service.answer(request);
            } finally {
                telling.ifPresent(StillWorking::end);
            }
        } catch (ApiException e) {
            answer = service.refuse(request(context, Body.NONE, origin), e);
        }
        write(answer, context);
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
