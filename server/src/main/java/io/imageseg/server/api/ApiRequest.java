package io.imageseg.server.api;

import java.util.function.BooleanSupplier;

/**
 * A request as it came over the wire.
 *
 * @param method GET or POST
 * @param query the raw query string, empty when there is none
 * @param form the raw form body, empty when there is none
 * @param origin scheme and authority under which the caller reached the server, such as {@code http://127.0.0.1:8080}
 * @param connected whether the caller is still there
 */
public record ApiRequest(String method, String query, String form, String origin, BooleanSupplier connected) {

    /** The host that was asked, with its port where one was given. */
    public String host() {
        return origin.substring(origin.indexOf("://") + 3);
    }
}
