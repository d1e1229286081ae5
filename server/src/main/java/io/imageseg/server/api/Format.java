package io.imageseg.server.api;

import java.util.Locale;

/** What an answer is written in. */
public enum Format {
    JSON,
    XML;

    /**
     * The format asked for by the parameter {@code Format}, in any case; JSON when there is none.
     *
     * @throws ApiException InvalidParameter for anything else
     */
    static Format of(Parameters parameters) {
        String asked = parameters.get("Format").orElse("JSON");
        return switch (asked.toUpperCase(Locale.ROOT)) {
            case "JSON" -> JSON;
            case "XML" -> XML;
            default -> throw Parameters.invalid("Format", asked, "JSON or XML");
        };
    }
}
