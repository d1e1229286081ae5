package io.imageseg.server.source;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.util.Locale;
import okhttp3.HttpUrl;

/**
 * The form of an address before anything is asked of the network.
 *
 * @param redirected whether a server named it; the caller does not know it then and is not told
 */
record ImageUrl(HttpUrl url, boolean redirected) {
    private static final int LONGEST = 2048;

    /**
     * Parses an absolute http or https URL.
     *
     * @throws ApiException InvalidImage.URL if it is none, IllegalUrlParameter if it has characters or parts that are
     *     not allowed
     */
    static ImageUrl parse(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            throw new ApiException(
                    ErrorCode.INVALID_URL, "The image's address must be an absolute http or https URL, or a data URL.");
        }
        if (address.length() > LONGEST) {
            throw illegal("The image's address has %d characters; at most %d are allowed."
                    .formatted(address.length(), LONGEST));
        }
        if (address.codePoints().anyMatch(ImageUrl::mustBeEncoded)) {
            throw illegal("The image's address has a space, a control character or one of \\ \" < > ^ ` { | };"
                    + " percent-encode it.");
        }
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new ApiException(ErrorCode.INVALID_URL, "The image's address is not a URL with a host and a port.");
        }
        return checked(url, false);
    }

    /**
     * The address that a server redirects to, which may be relative.
     *
     * @throws ApiException InvalidImage.Unsafe if it is no http or https URL; else as {@link #parse}
     */
    ImageUrl redirect(String location) {
        HttpUrl to = url.resolve(location);
        if (to == null) {
            throw new ApiException(
                    ErrorCode.UNSAFE_ADDRESS,
                    "The image's address redirects to something that is no http or https URL.");
        }
        return checked(to, true);
    }

    /** The host, for a sentence. */
    String host() {
        return redirected ? "the host that the image's address redirects to" : "the host " + url.host();
    }

    private static ImageUrl checked(HttpUrl url, boolean redirected) {
        String subject = redirected ? "What the image's address redirects to" : "The image's address";
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw illegal(subject + " names a user; addresses with a user or a password are not fetched.");
        }
        if (!AddressLiteral.is(url.host())) {
            return new ImageUrl(url, redirected);
        }
        try {
            String address = AddressLiteral.parse(url.host()).getHostAddress();
            return new ImageUrl(url.newBuilder().host(address).build(), redirected);
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    ErrorCode.INVALID_URL, subject + " ends its host in a number but is no IPv4 address.", e);
        }
    }

    private static boolean mustBeEncoded(int c) {
        return Character.isISOControl(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || "\\\"<>^`{|}".indexOf(c) >= 0;
    }

    private static ApiException illegal(String message) {
        return new ApiException(ErrorCode.ILLEGAL_URL, message);
    }
}
