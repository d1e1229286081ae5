package io.imageseg.server.console;

import io.imageseg.server.auth.AccessKey;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who signed in.
 *
 * @param keyId with which key
 * @param proof the SHA-256 of the secret that was given; not to be changed
 */
record Session(String keyId, byte[] proof, Instant begun, Instant used) {
    private static final Duration LONGEST = Duration.ofDays(1);

    Session usedAt(Instant now) {
        return new Session(keyId, proof, begun, now);
    }

    /** When it ends unless it is used before. */
    Instant expires(Duration idle) {
        Instant unused = used.plus(idle);
        Instant last = begun.plus(LONGEST);
        return unused.isBefore(last) ? unused : last;
    }

    /** Whether its key would let it in again. */
    boolean isGoodFor(AccessKey key, Instant now) {
        return key.enabled() && key.holds(proof, now);
    }

    @Override
    public String toString() {
        return "Session[%s, since %s]".formatted(keyId, begun);
    }
}
