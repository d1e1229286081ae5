package io.imageseg.server.console;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Counts sign-ins that failed, by the address they came from: ten in five minutes, then none until these are over. Of IPv6
 * the first 64 bits count, which is the least that one subscriber gets (RFC 6177).
 */
final class SignInTries {
    private static final int MOST = 10;
    private static final int MOST_ADDRESSES = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Tries> byAddress = new HashMap<>();

    private record Tries(Instant since, int failed) {
        Instant until() {
            return since.plus(WINDOW);
        }
    }

    SignInTries(Clock clock) {
        this.clock = clock;
    }

    /** Counts a try as failed before it is looked at, so that many at once gain nothing; how long to wait if it is one too many. */
    synchronized Optional<Duration> begin(String from) {
        String address = network(from);
        Instant now = clock.instant();
        if (byAddress.size() >= MOST_ADDRESSES) {
            sweep();
        }
        Tries before = byAddress.getOrDefault(address, new Tries(now, 0));
        Tries held = now.isBefore(before.until()) ? before : new Tries(now, 0);
        boolean isFull = byAddress.size() >= MOST_ADDRESSES && !byAddress.containsKey(address);
        if (held.failed() >= MOST || isFull) {
            return Optional.of(Duration.between(now, isFull ? now.plus(WINDOW) : held.until()));
        }
        byAddress.put(address, new Tries(held.since(), held.failed() + 1));
        return Optional.empty();
    }

    /** The try that was begun did not fail. */
    synchronized void succeeded(String from) {
        byAddress.computeIfPresent(
                network(from), (_, held) -> held.failed() <= 1 ? null : new Tries(held.since(), held.failed() - 1));
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : address;
        } catch (IllegalArgumentException _) {
            // An interface is named in it that there is no more.
            return address;
        }
    }

    /** Forgets what is over. */
    synchronized void sweep() {
        Instant now = clock.instant();
        byAddress.values().removeIf(tries -> !now.isBefore(tries.until()));
    }
}
