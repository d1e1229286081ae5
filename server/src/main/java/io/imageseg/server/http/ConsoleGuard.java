package io.imageseg.server.http;

import io.imageseg.server.console.ConsoleException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every route of the console: headers that keep a page to itself, refusal of what another page sends, and
 * one shape for every error.
 */
record ConsoleGuard(Origin origin) {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleGuard.class);
    private static final String ALLOWED = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "connect-src 'self'",
            "font-src 'self'",
            "media-src 'self' blob:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", ALLOWED,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    void handle(Handler handler, Context context) {
        HEADERS.forEach(context::header);
        try {
            if (!READING.contains(context.method())) {
                requireOwnPage(context);
            }
            handler.handle(context);
        } catch (ConsoleException e) {
            refuse(e, context);
        } catch (Exception e) {
            LOG.error("{} {} failed", context.method(), context.path(), e);
            refuse(new ConsoleException(500, "InternalError", "The server failed; its log says why."), context);
        }
    }

    /**
     * No other page can set that header without being asked for leave by the browser, which it does not get; where the
     * browser says who asks, that must be a page of this server.
     */
    private void requireOwnPage(Context context) {
        String from = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        boolean isOwn = "1".equals(context.header("X-Imageseg-Console"))
                && (from == null || isOwn(from, context))
                && (site == null || site.equals("same-origin"));
        if (!isOwn) {
            throw new ConsoleException(
                    403,
                    "ForeignOrigin",
                    "This is for the console's own page, which sends the header X-Imageseg-Console: 1. Behind a proxy,"
                            + " imageseg.public-url must say where the page is reached.");
        }
    }

    /** The page may have been got at the server's public address or at its own. */
    private boolean isOwn(String from, Context context) {
        return from.equals(origin.of(context)) || from.equals(Origin.asked(context));
    }

    private static void refuse(ConsoleException failure, Context context) {
        if (context.res().isCommitted()) {
            return;
        }
        failure.retryAfter()
                .ifPresent(after -> context.header("Retry-After", String.valueOf(Math.max(1, after.toSeconds()))));
        if (!READING.contains(context.method())) {
            // What may be left of the body is not read.
            context.header("Connection", "close");
        }
        context.status(failure.status());
        ConsoleBody.write(new Failure(failure.code(), failure.text()), context);
    }

    private record Failure(String code, String message) {}
}
