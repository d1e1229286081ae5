package io.imageseg.server.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decoded names and values of a call, of its query and its form together. */
public record Parameters(Map<String, String> values) {
    private static final int MOST = 1000;

    public Parameters {
        values = Map.copyOf(values);
    }

    /**
     * Parses {@code application/x-www-form-urlencoded} parts; {@code +} is a space.
     *
     * @throws ApiException InvalidParameter if a percent escape is broken, a name is given twice or there are too many
     */
    public static Parameters parse(String... encodedParts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : encodedParts) {
            String[] pairs = part.split("&", MOST + 1);
            if (pairs.length > MOST) {
                throw new ApiException(
                        ErrorCode.INVALID_PARAMETER, "There are more than %d parameters.".formatted(MOST));
            }
            for (String pair : pairs) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                    if (values.putIfAbsent(name, value) != null) {
                        throw new ApiException(
                                ErrorCode.INVALID_PARAMETER,
                                "The parameter %s is given twice; give it once.".formatted(abbreviated(name)));
                    }
                }
            }
        }
        return new Parameters(values);
    }

    /**
     * These and what a header says, if it says anything.
     *
     * @throws ApiException ParameterError if the parameter is there with another value
     */
    Parameters joinedBy(String name, String header, Map<String, String> headers) {
        String said = headers.getOrDefault(header, "");
        String given = values.getOrDefault(name, said);
        if (said.isEmpty()) {
            return this;
        }
        if (!given.equals(said)) {
            throw new ApiException(
                    ErrorCode.CONTRADICTION,
                    "The parameter %s is %s but the header %s says %s; leave one out."
                            .formatted(name, abbreviated(given), header, abbreviated(said)));
        }
        Map<String, String> joined = new LinkedHashMap<>(values);
        joined.put(name, said);
        return new Parameters(joined);
    }

    /** The value, empty when absent or empty. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * The value.
     *
     * @throws ApiException MissingParameter if it is absent or empty
     */
    public String require(String name) {
        return get(name)
                .orElseThrow(() -> new ApiException(
                        ErrorCode.MISSING_PARAMETER, "The parameter %s is mandatory for this call.".formatted(name)));
    }

    /**
     * The value of {@code name}, which must be one of {@code allowed}.
     *
     * @throws ApiException MissingParameter or InvalidParameter
     */
    public String requireOneOf(String name, String... allowed) {
        String value = require(name);
        for (String one : allowed) {
            if (one.equals(value)) {
                return value;
            }
        }
        throw invalid(name, value, String.join(" or ", allowed));
    }

    /**
     * Whether the value is {@code true}, in any case; false when absent.
     *
     * @throws ApiException InvalidParameter if it is neither true nor false
     */
    public boolean isTrue(String name) {
        String value = get(name).orElse("false");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name, value, "true or false");
        };
    }

    /** An InvalidParameter that says what was found and what is allowed. */
    public static ApiException invalid(String name, String found, String allowed) {
        return new ApiException(
                ErrorCode.INVALID_PARAMETER,
                "The parameter %s is %s; it must be %s.".formatted(name, abbreviated(found), allowed));
    }

    /** A caller's text as a message quotes it. */
    static String abbreviated(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private static String decode(String encoded) {
        for (int percent = encoded.indexOf('%'); percent >= 0; percent = encoded.indexOf('%', percent + 1)) {
            if (percent + 2 >= encoded.length()
                    || !HexFormat.isHexDigit(encoded.charAt(percent + 1))
                    || !HexFormat.isHexDigit(encoded.charAt(percent + 2))) {
                throw new ApiException(
                        ErrorCode.INVALID_PARAMETER,
                        "%s is not percent-encoded; a percent sign is followed by two hex digits."
                                .formatted(abbreviated(encoded)));
            }
        }
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
