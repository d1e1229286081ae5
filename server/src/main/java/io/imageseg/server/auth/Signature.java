package io.imageseg.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a call is signed over, by one of the schemes. */
sealed interface Signature permits RpcSignature, Acs3Signature {
    /** What caller and server must agree on, shown to the caller when they do not. */
    String stringToSign();

    /** What {@code stringToSign} was made of, where it does not show itself; ends in a space then. */
    default String explanation() {
        return "";
    }

    /** The signature as it is written in a call. */
    String sign(String secret);

    /** Whether {@code signature} was made with {@code secret}; takes as long when it was not. */
    default boolean isSignedBy(String secret, String signature) {
        return MessageDigest.isEqual(
                sign(secret).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC (RFC 2104) of UTF-8 text. */
    static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + algorithm, e);
        }
    }
}
