package io.imageseg.server.auth;

import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The nonces of recent calls, in the database, so that a restart forgets none. They are kept for twice the window of
 * timestamps, since a call stamped ahead of this clock stays valid that long.
 */
public final class Nonces {
    static final Duration KEPT = SignatureAuthenticator.WINDOW.multipliedBy(2);

    private final Jdbi jdbi;
    private final Clock clock;

    public Nonces(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Takes the nonce; false if the key has used it before. */
    boolean take(String keyId, String nonce) {
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "insert into used_nonce (key_id, nonce, seen_at) values (:key, :nonce, :at)")
                    .bind("key", keyId)
                    .bind("nonce", nonce)
                    .bind("at", clock.instant())
                    .execute());
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
                return false;
            }
            throw e;
        }
    }

    /** Forgets those that no valid timestamp can come with any more. */
    public void sweep() {
        Instant oldest = clock.instant().minus(KEPT);
        jdbi.useHandle(handle -> handle.createUpdate("delete from used_nonce where seen_at < :oldest")
                .bind("oldest", oldest)
                .execute());
    }
}
