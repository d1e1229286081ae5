package io.imageseg.server.api;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A request as it came over the wire.
 *
 * @param method GET or POST
 * @param path the raw path, {@code /} when there is none
 * @param query the raw query string, empty when there is none
 * @param headers values by names in lower case; of a header sent several times, joined by commas
 * @param origin scheme and authority under which the caller reached the server, such as {@code http://127.0.0.1:8080}
 * @param connected whether the caller is still there
 */
public record ApiRequest(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        Body body,
        String origin,
        BooleanSupplier connected) {

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    /** The host that was asked, with its port where one was given. */
    public String host() {
        return origin.substring(origin.indexOf("://") + 3);
    }

    /**
     * The value of a header, empty when absent or empty.
     *
     * @param name in lower case
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether it is signed by its headers, as {@code ACS3-…} is, and not by its parameters. */
    public boolean isSignedInHeaders() {
        return header("authorization")
                .filter(value -> value.startsWith("ACS3-"))
                .isPresent();
    }
}
