package io.imageseg.server.source;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the fetcher puts up with.
 *
 * @param connect for a connection to stand
 * @param silence for the next byte to come
 * @param total for one image, looking up hosts and redirects included
 * @param redirects followed at most
 * @param ports that may be connected to at public addresses
 * @param hosts that may be named, themselves and their subdomains, in any case; empty for all
 */
public record FetchLimits(
        Duration connect, Duration silence, Duration total, int redirects, Set<Integer> ports, Set<String> hosts) {

    /** @throws IllegalArgumentException if a time is not positive, which would mean no limit, or redirects are negative */
    public FetchLimits {
        requirePositive("connect", connect);
        requirePositive("silence", silence);
        requirePositive("total", total);
        if (redirects < 0) {
            throw new IllegalArgumentException("redirects is %d; it must not be negative".formatted(redirects));
        }
        ports = Set.copyOf(ports);
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a host, in lower case, may be named. */
    boolean allows(String host) {
        return hosts.isEmpty() || hosts.stream().anyMatch(h -> host.equals(h) || host.endsWith("." + h));
    }

    /** The hosts that may be named, for a sentence. */
    String spokenHosts() {
        return String.join(", ", new TreeSet<>(hosts));
    }

    /** The ports that may be connected to at public addresses, for a sentence. */
    String spokenPorts() {
        return new TreeSet<>(ports).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static void requirePositive(String name, Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException("%s is %s; it must be 1 ms or more".formatted(name, time));
        }
    }
}
