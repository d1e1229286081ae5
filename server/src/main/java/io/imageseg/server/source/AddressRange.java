package io.imageseg.server.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of IPv4 or IPv6 addresses in CIDR notation (RFC 4632, RFC 4291). */
public record AddressRange(InetAddress first, int prefix) {

    /**
     * Parses {@code 10.0.0.0/8}, {@code fc00::/7} or a single address.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static AddressRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        String address = slash < 0 ? cidr : cidr.substring(0, slash);
        try {
            if (!address.matches("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*")) {
                throw new UnknownHostException("a name, not an address");
            }
            InetAddress first = InetAddress.getByName(address);
            int bits = first.getAddress().length * 8;
            int prefix = slash < 0 ? bits : Integer.parseInt(cidr.substring(slash + 1));
            if (prefix < 0 || prefix > bits) {
                throw new NumberFormatException("the prefix has %d bits; 0 to %d are possible".formatted(prefix, bits));
            }
            return new AddressRange(first, prefix);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("%s is not an address block such as 10.0.0.0/8".formatted(cidr), e);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        int whole = prefix / 8;
        if (mine.length != other.length || !Arrays.equals(mine, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = prefix % 8;
        return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0;
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefix;
    }
}
