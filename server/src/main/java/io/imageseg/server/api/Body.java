package io.imageseg.server.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The body of a request, whole in memory.
 *
 * @param bytes as they came, empty when there are none; not to be changed
 * @param isForm whether it is {@code application/x-www-form-urlencoded}
 */
public record Body(byte[] bytes, boolean isForm) {
    public static final Body NONE = new Body(new byte[0], false);

    /** The raw form, empty if it is none. */
    public String form() {
        return isForm ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    /** SHA-256 of the bytes, in lower-case hex. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
