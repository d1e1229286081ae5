package io.imageseg.server.http;

import io.javalin.http.Context;

/** The cookie that holds a session's token: for the console's paths alone, out of reach for scripts and other sites. */
final class ConsoleCookie {
    private static final String NAME = "imageseg-console";

    private ConsoleCookie() {}

    /** Empty if there is none. */
    static String token(Context context) {
        String token = context.cookie(NAME);
        return token == null ? "" : token;
    }

    static void set(String token, Context context, Origin origin) {
        send(token, "", context, origin);
    }

    static void remove(Context context, Origin origin) {
        send("", "; Max-Age=0", context, origin);
    }

    private static void send(String token, String more, Context context, Origin origin) {
        boolean isTls = context.scheme().equals("https") || origin.of(context).startsWith("https:");
        context.res()
                .addHeader(
                        "Set-Cookie",
                        "%s=%s; Path=/console; HttpOnly; SameSite=Strict%s%s"
                                .formatted(NAME, token, isTls ? "; Secure" : "", more));
    }
}
