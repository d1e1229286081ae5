package io.imageseg.server.http;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * Under which scheme and authority callers reach the server.
 *
 * @param publicUrl if it is always the same; else each request says
 */
public record Origin(Optional<String> publicUrl) {

    String of(Context context) {
        return publicUrl.orElseGet(() -> asked(context));
    }

    /** What a request itself says. */
    static String asked(Context context) {
        return context.scheme() + "://" + authority(context);
    }

    /** What was asked for, or our own address where a caller of HTTP/1.0 does not say. */
    private static String authority(Context context) {
        String host = context.host();
        return host == null
                ? context.req().getServerName() + ":" + context.req().getServerPort()
                : host;
    }
}
