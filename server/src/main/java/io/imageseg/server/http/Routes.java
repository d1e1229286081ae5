package io.imageseg.server.http;

import io.javalin.config.RoutesConfig;

/** Routes that a listener has before those of the API, which take every path that is left. */
@FunctionalInterface
public interface Routes {
    void addTo(RoutesConfig routes);
}
