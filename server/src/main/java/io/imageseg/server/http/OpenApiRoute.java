package io.imageseg.server.http;

import io.imageseg.server.console.OpenApi;
import io.javalin.config.RoutesConfig;

/** The API's description for programs. */
public record OpenApiRoute(OpenApi document, Origin origin) implements Routes {
    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/openapi.json",
                context -> context.header("Cache-Control", "no-cache")
                        .contentType("application/json;charset=utf-8")
                        .result(document.of(origin.of(context))));
    }
}
