package io.imageseg.server.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which addresses images may be fetched from: public unicast addresses, and blocks that the operator adds. What is not
 * public follows the IANA special-purpose registries (RFC 6890 and its updates). An IPv6 address that carries an IPv4
 * address (mapped, compatible, NAT64, 6to4) is public only if the one it carries is; Teredo is not public.
 */
public final class AddressPolicy {
    private static final List<AddressRange> SPECIAL_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final AddressRange GLOBAL_V6 = AddressRange.parse("2000::/3");
    private static final List<AddressRange> SPECIAL_V6 = ranges("2001::/23", "2001:db8::/32", "3fff::/20");
    private static final AddressRange COMPATIBLE = AddressRange.parse("::/96");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");

    private final List<AddressRange> allowed;

    /** A policy that allows these blocks beyond public addresses. */
    public AddressPolicy(List<AddressRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Whether the server may connect to {@code address} at all. */
    public boolean permits(InetAddress address) {
        return isAdded(address) || isPublic(address);
    }

    /** Likewise for a port: any where the operator added the address, else one of {@code publicPorts}. */
    boolean permits(InetAddress address, int port, Set<Integer> publicPorts) {
        return isAdded(address) || (isPublic(address) && publicPorts.contains(port));
    }

    private boolean isAdded(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return SPECIAL_V4.stream().noneMatch(range -> range.contains(address));
        }
        Optional<InetAddress> carried = carried(address);
        if (carried.isPresent()) {
            return isPublic(carried.get());
        }
        return GLOBAL_V6.contains(address) && SPECIAL_V6.stream().noneMatch(range -> range.contains(address));
    }

    /** The IPv4 address inside an IPv6 one. Mapped ones never get here: the JDK turns them into IPv4. */
    private static Optional<InetAddress> carried(InetAddress address) {
        byte[] octets = address.getAddress();
        if (COMPATIBLE.contains(address) || NAT64.contains(address)) {
            return Optional.of(ofOctets(Arrays.copyOfRange(octets, 12, 16)));
        }
        return SIX_TO_FOUR.contains(address)
                ? Optional.of(ofOctets(Arrays.copyOfRange(octets, 2, 6)))
                : Optional.empty();
    }

    private static InetAddress ofOctets(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new AssertionError("four octets are an address", e);
        }
    }

    private static List<AddressRange> ranges(String... blocks) {
        return Stream.of(blocks).map(AddressRange::parse).toList();
    }
}
