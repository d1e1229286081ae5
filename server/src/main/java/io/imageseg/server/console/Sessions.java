package io.imageseg.server.console;

import io.imageseg.server.auth.AccessKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sessions in memory, by tokens of 256 random bits of which only the SHA-256 is kept. Beyond 20 of a key, or 1000 in all,
 * the one that was not used for longest ends.
 */
final class Sessions {
    private static final int MOST = 1000;
    private static final int MOST_OF_A_KEY = 20;
    private static final int TOKEN_BYTES = 32;

    private final Duration idle;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> byToken = new LinkedHashMap<>();

    /** @param idle how long one lives that is not used */
    Sessions(Duration idle, Clock clock) {
        this.idle = idle;
        this.clock = clock;
    }

    /** Begins one and gives its token. */
    synchronized String begin(String keyId, byte[] proof) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        sweep();
        makeRoom(session -> session.keyId().equals(keyId), MOST_OF_A_KEY);
        makeRoom(_ -> true, MOST);
        byToken.put(name(token), new Session(keyId, proof, now, now));
        return token;
    }

    private void makeRoom(Predicate<Session> among, int most) {
        while (byToken.values().stream().filter(among).count() >= most) {
            byToken.entrySet().stream()
                    .filter(entry -> among.test(entry.getValue()))
                    .min(Comparator.comparing(entry -> entry.getValue().used()))
                    .map(Map.Entry::getKey)
                    .ifPresent(byToken::remove);
        }
    }

    /** The session of a token, used now; empty if it has ended or never was. */
    synchronized Optional<Session> use(String token) {
        Instant now = clock.instant();
        Session used = byToken.computeIfPresent(
                name(token), (_, session) -> now.isBefore(session.expires(idle)) ? session.usedAt(now) : null);
        return Optional.ofNullable(used);
    }

    synchronized void end(String token) {
        byToken.remove(name(token));
    }

    /** Forgets those that have ended. */
    synchronized void sweep() {
        Instant now = clock.instant();
        byToken.values().removeIf(session -> !now.isBefore(session.expires(idle)));
    }

    private static String name(String token) {
        return HexFormat.of().formatHex(AccessKey.sha256(token));
    }
}
