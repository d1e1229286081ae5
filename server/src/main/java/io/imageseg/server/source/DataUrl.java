package io.imageseg.server.source;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.util.Base64;
import java.util.regex.Pattern;

/** An image inside its own address: {@code data:image/…;base64,…} (RFC 2397). */
final class DataUrl {
    private static final int LONGEST_HEAD = 128;
    private static final Pattern HEAD = Pattern.compile("(?i)data:image/[a-z0-9.+-]+(?:;[a-z0-9-]+=[^;]*)*;base64");

    private DataUrl() {}

    static boolean is(String address) {
        return address.regionMatches(true, 0, "data:", 0, 5);
    }

    /** A data URL of an image, whose type is not told. */
    static String encode(byte[] image) {
        return "data:image/any;base64," + Base64.getEncoder().encodeToString(image);
    }

    /** @throws ApiException InvalidParameter.TooLarge, or InvalidImage.URL if it is not of that form */
    static byte[] decode(String address, long maxBytes) {
        int comma = address.indexOf(',');
        if (comma < 0
                || comma > LONGEST_HEAD
                || !HEAD.matcher(address.substring(0, comma)).matches()) {
            throw new ApiException(
                    ErrorCode.INVALID_URL, "A data URL must begin data:image/TYPE;base64, with the image after it.");
        }
        long bytes = decodedLength(address, comma + 1);
        if (bytes > maxBytes) {
            throw ImageBody.tooLarge(bytes, maxBytes);
        }
        try {
            return Base64.getDecoder().decode(address.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    ErrorCode.INVALID_URL,
                    "What follows the comma of the data URL is not base64. In a form, percent-encode its plus signs.",
                    e);
        }
    }

    /** How many bytes the base64 from {@code start} on stands for, with or without its padding. */
    private static long decodedLength(String address, int start) {
        int end = address.length();
        while (end > start && end > address.length() - 2 && address.charAt(end - 1) == '=') {
            end--;
        }
        return (end - start) * 3L / 4;
    }
}
