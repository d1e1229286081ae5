package io.imageseg.server.source;

import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The host and port under which a caller reached this server.
 *
 * @param origin absent if it is no URL
 */
record OwnHost(@Nullable HttpUrl origin) {

    static OwnHost of(String origin) {
        return new OwnHost(HttpUrl.parse(origin));
    }

    /** Whether a URL leads to the same host and port, whatever its scheme: client libraries mix them. */
    boolean isHostOf(HttpUrl url) {
        return origin != null
                && name(origin).equals(name(url))
                && (origin.port() == url.port() || (isAtDefaultPort(origin) && isAtDefaultPort(url)));
    }

    private static boolean isAtDefaultPort(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme());
    }

    /** One spelling of a host that callers, and clients that need a dot in it, spell differently. */
    private static String name(HttpUrl url) {
        String host = url.host().toLowerCase(Locale.ROOT);
        String rootless = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return rootless.equals("localhost") ? "127.0.0.1" : rootless;
    }
}
