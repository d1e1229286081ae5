package io.imageseg.server.console;

import io.imageseg.server.auth.AccessKey;
import io.imageseg.server.auth.Keys;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in whoever has a key and its secret, and tells who is in. Safe for any number of threads. */
public final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Keys keys;
    private final Duration idle;
    private final Clock clock;
    private final Sessions sessions;
    private final SignInTries tries;

    /** @param idle how long a session lives that is not used */
    public Door(Keys keys, Duration idle, Clock clock) {
        this.keys = keys;
        this.idle = idle;
        this.clock = clock;
        sessions = new Sessions(idle, clock);
        tries = new SignInTries(clock);
    }

    /**
     * A visitor who has just come in.
     *
     * @param token what shows on later requests that it is the same visitor
     */
    public record Entry(String token, Visitor visitor) {}

    /** What a visitor shows to be let in. */
    public record Credentials(String accessKeyId, String accessKeySecret) {
        public Credentials {
            accessKeyId = Objects.requireNonNullElse(accessKeyId, "");
            accessKeySecret = Objects.requireNonNullElse(accessKeySecret, "");
        }

        @Override
        public String toString() {
            return "Credentials[%s]".formatted(accessKeyId);
        }
    }

    /**
     * Begins a session.
     *
     * @param address where the visitor comes from
     * @throws ConsoleException 401 if key or secret is wrong, 403 if the key is disabled, 429 after too many tries
     */
    public Entry signIn(Credentials given, String address) {
        tries.begin(address).ifPresent(wait -> {
            throw new ConsoleException(
                    429,
                    "TooManyTries",
                    "Too many sign-ins from %s failed; try again in %d s."
                            .formatted(address, Math.max(1, wait.toSeconds())),
                    wait);
        });
        byte[] proof = AccessKey.sha256(given.accessKeySecret());
        AccessKey key = keys.find(given.accessKeyId())
                .filter(found -> found.holds(proof, clock.instant()))
                .orElseThrow(() -> new ConsoleException(
                        401, "WrongKey", "There is no such AccessKeyId, or its AccessKeySecret is another."));
        if (!key.enabled()) {
            throw new ConsoleException(403, "KeyDisabled", "The key is disabled; ask the server's operator.");
        }
        tries.succeeded(address);
        LOG.info("{} signed in from {}", key.id(), address);
        String token = sessions.begin(key.id(), proof);
        return new Entry(token, visitor(token));
    }

    /**
     * Whose a token is; the session counts as used.
     *
     * @throws ConsoleException 401 if there is no such session, it has expired, or its key was disabled or its secret
     *     rotated away
     */
    public Visitor visitor(String token) {
        return sessions.use(token)
                .flatMap(session -> visitor(token, session))
                .orElseThrow(() -> new ConsoleException(
                        401, "SessionExpired", "The session has ended, or there was none; sign in."));
    }

    private Optional<Visitor> visitor(String token, Session session) {
        Optional<AccessKey> key = keys.find(session.keyId()).filter(found -> session.isGoodFor(found, clock.instant()));
        if (key.isEmpty()) {
            sessions.end(token);
        }
        return key.map(found -> new Visitor(found, session.expires(idle)));
    }

    /** Ends a session, if there is one. */
    public void signOut(String token) {
        sessions.end(token);
    }

    /** Forgets what has expired. */
    public void sweep() {
        sessions.sweep();
        tries.sweep();
    }
}
