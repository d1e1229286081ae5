package io.imageseg.server.auth;

import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ApiRequest;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Calls signed with ACS3-HMAC-SHA256, all that belongs to the signature among their headers. Which headers are signed is
 * the caller's choice, but for those that say what is called and when: unsigned, they could be altered on the way.
 */
final class Acs3Scheme implements Scheme {
    private static final String TIME = "x-acs-date";
    private static final String NONCE = "x-acs-signature-nonce";

    @Override
    public Claim claim(ApiCall call) {
        ApiRequest request = call.request();
        Map<String, String> fields = fields(request.header("authorization").orElseThrow());
        String id = field(fields, "Credential");
        List<String> signed =
                List.of(field(fields, "SignedHeaders").toLowerCase(Locale.ROOT).split(";"));
        String given = field(fields, "Signature").toLowerCase(Locale.ROOT);
        for (String name : List.of("x-acs-action", "x-acs-version", NONCE, TIME)) {
            if (request.header(name).isPresent() && !signed.contains(name)) {
                throw new ApiException(
                        ErrorCode.INVALID_PARAMETER,
                        "The header %s is not among the SignedHeaders of Authorization; sign it.".formatted(name));
            }
        }
        return new Claim(
                id, Acs3Signature.of(request, signed), given, header(request, NONCE), header(request, TIME), TIME);
    }

    /** The {@code name=value} fields behind the scheme's name, in any order. */
    private static Map<String, String> fields(String authorization) {
        String[] parts = authorization.split("\\s+", 2);
        if (!parts[0].equals(Acs3Signature.SCHEME)) {
            throw Parameters.invalid("Authorization", parts[0], Acs3Signature.SCHEME);
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : parts.length < 2 ? new String[0] : parts[1].split(",")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals).strip(),
                        field.substring(equals + 1).strip());
            }
        }
        return fields;
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw missing("The field %s of the header Authorization is".formatted(name));
        }
        return value;
    }

    private static String header(ApiRequest request, String name) {
        return request.header(name).orElseThrow(() -> missing("The header %s is".formatted(name)));
    }

    private static ApiException missing(String what) {
        return new ApiException(ErrorCode.MISSING_PARAMETER, what + " mandatory for this call.");
    }
}
