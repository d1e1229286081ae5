package io.imageseg.server.operator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text on its way between an operator and a server, and the proof that its sender holds the server's key. Not
 * encrypted: it does not leave the machine.
 *
 * @param instance which run of the server it is for or from
 * @param time when the question was sealed
 * @param nonce what makes the question unlike every other; its answer has the same
 * @param text JSON
 * @param seal HMAC-SHA256 over the direction and all of these, in hex
 */
record Envelope(String instance, Instant time, String nonce, String text, String seal) {
    /** Which way it goes, so that neither can be sent back as the other. */
    enum Direction {
        TO_SERVER,
        TO_OPERATOR
    }

    static Envelope sealed(byte[] key, Direction direction, String instance, Instant time, String nonce, String text) {
        return new Envelope(instance, time, nonce, text, seal(key, direction, instance, time, nonce, text));
    }

    boolean isGenuine(byte[] key, Direction direction) {
        return MessageDigest.isEqual(
                seal(key, direction, instance, time, nonce, text).getBytes(StandardCharsets.UTF_8),
                seal.getBytes(StandardCharsets.UTF_8));
    }

    private static String seal(
            byte[] key, Direction direction, String instance, Instant time, String nonce, String text) {
        // As JSON no field can pass for a part of its neighbour.
        String sealed = JsonMapper.shared()
                .writeValueAsString(List.of(direction.name(), instance, time.toString(), nonce, text));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }
}
