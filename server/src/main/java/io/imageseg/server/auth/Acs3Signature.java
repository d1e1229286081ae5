package io.imageseg.server.auth;

import io.imageseg.server.api.ApiRequest;
import io.imageseg.server.api.Body;
import io.imageseg.server.api.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The signature {@code ACS3-HMAC-SHA256} of "V3 request syntax and signature": over method, path, query, the headers
 * that the caller lists, and the body; in lower-case hex.
 *
 * @param canonicalRequest what {@code stringToSign} is the hash of
 */
record Acs3Signature(String canonicalRequest, String stringToSign) implements Signature {
    static final String SCHEME = "ACS3-HMAC-SHA256";

    /**
     * @param signedHeaders names in lower case, in the caller's order; those that are absent count as empty
     */
    static Acs3Signature of(ApiRequest request, List<String> signedHeaders) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + request.header(name).orElse("") + "\n")
                .collect(Collectors.joining());
        String canonical = String.join(
                "\n",
                request.method(),
                request.path(),
                PercentEncoding.query(Parameters.parse(request.query()).values()),
                headers,
                String.join(";", signedHeaders),
                request.body().sha256());
        Body hashed = new Body(canonical.getBytes(StandardCharsets.UTF_8), false);
        return new Acs3Signature(canonical, SCHEME + "\n" + hashed.sha256());
    }

    @Override
    public String explanation() {
        return "server canonical request is:" + canonicalRequest + " ";
    }

    @Override
    public String sign(String secret) {
        return HexFormat.of().formatHex(Signature.hmac("HmacSHA256", secret, stringToSign));
    }
}
