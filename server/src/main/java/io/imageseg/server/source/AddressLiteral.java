package io.imageseg.server.source;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * A URL's host that is an address already. As the URL standard has it (WHATWG URL, "host parsing"), a host whose last
 * label is a number is an IPv4 address in any of the forms of {@code inet_aton}: {@code 2130706433}, {@code 0x7f.1} and
 * {@code 0177.0.0.1} are 127.0.0.1. Read so, once and by one reader, a host cannot mean different things to different
 * libraries.
 */
final class AddressLiteral {
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private AddressLiteral() {}

    static boolean is(String host) {
        return host.indexOf(':') >= 0 || ENDS_IN_A_NUMBER.matcher(host).matches();
    }

    /** @throws IllegalArgumentException if the host looks like an address but is none */
    static InetAddress parse(String host) {
        if (host.indexOf(':') >= 0) {
            return InetAddress.ofLiteral(host);
        }
        return Inet4Address.ofPosixLiteral(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }
}
