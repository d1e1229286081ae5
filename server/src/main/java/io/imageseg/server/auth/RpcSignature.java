package io.imageseg.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of RPC-style calls, {@code SignatureMethod=HMAC-SHA1}, {@code SignatureVersion=1.0}: over the method
 * and all parameters but {@code Signature}, wherever each of them travelled.
 *
 * @param stringToSign what caller and server must agree on, shown to the caller when they do not
 */
public record RpcSignature(String stringToSign) {
    private static final String ALGORITHM = "HmacSHA1";

    /**
     * @param method as sent, {@code GET} or {@code POST}
     * @param parameters decoded names and values of query and form together
     */
    public static RpcSignature of(String method, Map<String, String> parameters) {
        String canonical = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals("Signature"))
                        .map(parameter -> PercentEncoding.encode(parameter.getKey())
                                + "="
                                + PercentEncoding.encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return new RpcSignature(method + "&%2F&" + PercentEncoding.encode(canonical));
    }

    /** The signature in Base64. */
    public String sign(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(stringToSign.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + ALGORITHM, e);
        }
    }

    /** Whether {@code signature}, in Base64, was made with {@code secret}; takes as long when it was not. */
    public boolean isSignedBy(String secret, String signature) {
        return MessageDigest.isEqual(
                sign(secret).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
