package io.imageseg.server.auth;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The callers' keys, their secrets encrypted at rest. */
public final class Keys {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int ID_LENGTH = 20;
    private static final int SECRET_LENGTH = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi jdbi;
    private final ServerKey serverKey;
    private final Clock clock;

    public Keys(Jdbi jdbi, ServerKey serverKey, Clock clock) {
        this.jdbi = jdbi;
        this.serverKey = serverKey;
        this.clock = clock;
    }

    /** A new random key, enabled. */
    public AccessKey create() {
        AccessKey key = new AccessKey("IS" + random(ID_LENGTH), random(SECRET_LENGTH), true, clock.instant());
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into access_key (id, secret, enabled, created_at) values (:id, :secret, true, :at)")
                .bind("id", key.id())
                .bind("secret", serverKey.encrypt(key.secret(), key.id()))
                .bind("at", key.createdAt())
                .execute());
        return key;
    }

    public Optional<AccessKey> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from access_key where id = :id")
                .bind("id", id)
                .map((row, _) -> key(row))
                .findOne());
    }

    /** All keys, oldest first. */
    public List<AccessKey> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from access_key order by created_at, id")
                .map((row, _) -> key(row))
                .list());
    }

    /** Whether there was such a key; its calls are refused from now on. */
    public boolean disable(String id) {
        return jdbi.withHandle(handle -> handle.createUpdate("update access_key set enabled = false where id = :id")
                        .bind("id", id)
                        .execute())
                == 1;
    }

    private AccessKey key(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new AccessKey(id, serverKey.decrypt(row.getBytes("secret"), id), row.getBoolean("enabled"), created);
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
