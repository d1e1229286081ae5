package io.imageseg.server.api;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a key may do.
 *
 * @param actions the only actions it may call; absent for all
 * @param perMinute its own rate of calls; absent for the server's
 */
public record KeyLimits(Optional<Set<String>> actions, OptionalInt perMinute) {
    /** All actions, at the server's rate. */
    public static final KeyLimits NONE = new KeyLimits(Optional.empty(), OptionalInt.empty());

    public KeyLimits {
        actions = actions.map(Set::copyOf);
    }

    boolean allow(String action) {
        return actions.map(allowed -> allowed.contains(action)).orElse(true);
    }
}
