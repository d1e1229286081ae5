package io.imageseg.server.upload;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The server's own host and port as client libraries take it, who join the two halves by a dot and take neither for
 * empty: {@code 127} and {@code 0.0.1:8080}. A host without a dot is given one: {@code localhost} as 127.0.0.1, an IPv6
 * address by writing its last four octets in decimal (RFC 4291, section 2.2), a name by the dot of the root.
 */
record BucketAddress(String bucket, String endpoint) {

    /**
     * Of the scheme and authority under which a caller reached the server.
     *
     * @throws ApiException InvalidParameter if that is no host
     */
    static BucketAddress of(String origin) {
        int scheme = origin.indexOf("://");
        String authority = dotted(origin.substring(scheme + 3), origin.startsWith("https:") ? ":443" : ":80");
        int dot = authority.indexOf('.');
        return new BucketAddress(authority.substring(0, dot), authority.substring(dot + 1));
    }

    private static String dotted(String authority, String defaultPort) {
        int end = authority.lastIndexOf(':') > authority.lastIndexOf(']')
                ? authority.lastIndexOf(':')
                : authority.length();
        String host = authority.substring(0, end);
        String port = authority.substring(end);
        if (host.indexOf('.') >= 0) {
            return authority;
        }
        if (host.startsWith("[")) {
            return "[" + mixed(host.substring(1, host.length() - 1)) + "]" + port;
        }
        return host.toLowerCase(Locale.ROOT).equals("localhost")
                ? "127.0.0.1" + port
                : host + "." + (port.isEmpty() ? defaultPort : port);
    }

    private static String mixed(String address) {
        try {
            if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
                byte[] octets = six.getAddress();
                HexFormat hex = HexFormat.of();
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < 12; i += 2) {
                    text.append(hex.formatHex(octets, i, i + 2)).append(':');
                }
                return text
                        + "%d.%d.%d.%d"
                                .formatted(octets[12] & 255, octets[13] & 255, octets[14] & 255, octets[15] & 255);
            }
            throw new IllegalArgumentException("an IPv4 address in an IPv6 one");
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    ErrorCode.INVALID_PARAMETER,
                    "Files cannot be sent to the host that was asked; call the server by a name or an address of its own.",
                    e);
        }
    }

    String authority() {
        return bucket + "." + endpoint;
    }
}
