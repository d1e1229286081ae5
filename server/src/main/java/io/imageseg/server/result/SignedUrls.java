package io.imageseg.server.result;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses that are good for one file until they expire, by HMAC-SHA256 over the path and the time. */
public final class SignedUrls {
    private static final String ALGORITHM = "HmacSHA256";
    /** Names the signer as result addresses of the original do; it is no key that anybody could call with. */
    private static final String SIGNER = "imageseg-results";

    private final byte[] key;
    private final Clock clock;

    public SignedUrls(byte[] key, Clock clock) {
        this.key = key.clone();
        this.clock = clock;
    }

    /** The query string that makes {@code path} good for {@code life}. */
    String sign(String path, Duration life) {
        long expires = clock.instant().plus(life).getEpochSecond();
        return "Expires=%d&OSSAccessKeyId=%s&Signature=%s".formatted(expires, SIGNER, signature(path, expires));
    }

    /** Whether the parameters of a request for {@code path} were made by {@link #sign} and have not expired. */
    public boolean isGood(String path, String expires, String signature) {
        if (!expires.matches("[0-9]{1,12}")) {
            return false;
        }
        long until = Long.parseLong(expires);
        boolean genuine = MessageDigest.isEqual(
                signature(path, until).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
        return genuine && clock.instant().isBefore(Instant.ofEpochSecond(until));
    }

    private String signature(String path, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] digest = mac.doFinal((path + "\n" + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + ALGORITHM, e);
        }
    }
}
