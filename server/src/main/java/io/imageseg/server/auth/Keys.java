package io.imageseg.server.auth;

import io.imageseg.server.api.KeyLimits;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The callers' keys, their secrets encrypted at rest. What is changed holds from the next call on. */
public final class Keys {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int ID_LENGTH = 20;
    private static final int SECRET_LENGTH = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi jdbi;
    private final ServerKey serverKey;
    private final Clock clock;
    private final KeyRows rows;

    public Keys(Jdbi jdbi, ServerKey serverKey, Clock clock) {
        this.jdbi = jdbi;
        this.serverKey = serverKey;
        this.clock = clock;
        rows = new KeyRows(serverKey);
    }

    /** A new random key without name or limits, enabled. */
    public AccessKey create() {
        return create("", KeyLimits.NONE);
    }

    /** A new random key that may not operate the server, enabled. */
    public AccessKey create(String name, KeyLimits limits) {
        return create(name, limits, false);
    }

    /**
     * A new random key, enabled.
     *
     * @param operator whether it may operate the server
     */
    public AccessKey create(String name, KeyLimits limits, boolean operator) {
        String id = "IS" + random(ID_LENGTH);
        AccessKey key = new AccessKey(
                id, name, random(SECRET_LENGTH), Optional.empty(), true, operator, limits, clock.instant());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into access_key (id, name, secret, enabled, operator, actions, per_minute, created_at)
                        values (:id, :name, :secret, true, :operator, :actions, :rate, :at)""")
                .bind("id", id)
                .bind("name", name)
                .bind("secret", serverKey.encrypt(key.secret(), id))
                .bind("operator", operator)
                .bind("actions", joined(limits))
                .bind("rate", limits.perMinute())
                .bind("at", key.createdAt())
                .execute());
        return key;
    }

    public Optional<AccessKey> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from access_key where id = :id")
                .bind("id", id)
                .map(rows)
                .findOne());
    }

    /** All keys, oldest first. */
    public List<AccessKey> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from access_key order by created_at, id")
                .map(rows)
                .list());
    }

    /** Whether there is such a key; its calls are served, or refused, from now on. */
    public boolean enable(String id, boolean enabled) {
        return jdbi.withHandle(handle -> handle.createUpdate("update access_key set enabled = :to where id = :id")
                        .bind("id", id)
                        .bind("to", enabled)
                        .execute())
                == 1;
    }

    /** Whether there is such a key; it may operate the server, or may not, from now on. */
    public boolean entitle(String id, boolean operator) {
        return jdbi.withHandle(handle -> handle.createUpdate("update access_key set operator = :to where id = :id")
                        .bind("id", id)
                        .bind("to", operator)
                        .execute())
                == 1;
    }

    /** Whether there is such a key; these are its limits from now on. */
    public boolean limit(String id, KeyLimits limits) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update access_key set actions = :actions, per_minute = :rate where id = :id")
                        .bind("id", id)
                        .bind("actions", joined(limits))
                        .bind("rate", limits.perMinute())
                        .execute())
                == 1;
    }

    /**
     * A new secret for a key, if there is such a key. The one it had until now holds for {@code grace} more; one that
     * it had before that holds no more.
     */
    public Optional<AccessKey> rotate(String id, Duration grace) {
        Instant until = clock.instant().plus(grace);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update access_key set secret = :secret,
                            old_secret = case when :keep then secret end,
                            old_secret_until = case when :keep then cast(:until as timestamp with time zone) end
                        where id = :id""")
                .bind("id", id)
                .bind("secret", serverKey.encrypt(random(SECRET_LENGTH), id))
                .bind("keep", grace.isPositive())
                .bind("until", until)
                .execute());
        return find(id);
    }

    /** Forgets the old secrets that hold no more. */
    public void sweep() {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        update access_key set old_secret = null, old_secret_until = null
                        where old_secret_until <= :now""").bind("now", clock.instant()).execute());
    }

    private static Optional<String> joined(KeyLimits limits) {
        return limits.actions().map(names -> String.join(",", names));
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
