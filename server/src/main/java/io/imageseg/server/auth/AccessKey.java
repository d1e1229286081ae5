package io.imageseg.server.auth;

import io.imageseg.server.api.Caller;
import io.imageseg.server.api.KeyLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A caller's key. The secrets are known in full so that signatures can be checked.
 *
 * @param name what the operator calls it, empty for nothing
 * @param operator whether it may operate the server by its console
 * @param old the secret before the last rotation, where that still holds for a while
 */
public record AccessKey(
        String id,
        String name,
        String secret,
        Optional<OldSecret> old,
        boolean enabled,
        boolean operator,
        KeyLimits limits,
        Instant createdAt) {

    /** A secret that holds until some time. */
    public record OldSecret(String secret, Instant until) {
        @Override
        public String toString() {
            return "OldSecret[until %s]".formatted(until);
        }
    }

    /** The secrets that calls may be signed with. */
    Stream<String> secretsAt(Instant now) {
        return Stream.concat(
                Stream.of(secret),
                old.stream().filter(held -> now.isBefore(held.until())).map(OldSecret::secret));
    }

    /**
     * Whether a secret is one that calls may be signed with. Takes as long whatever is given.
     *
     * @param sha256 the secret's SHA-256
     */
    public boolean holds(byte[] sha256, Instant now) {
        return secretsAt(now)
                .map(held -> MessageDigest.isEqual(sha256(held), sha256))
                .reduce(false, Boolean::logicalOr);
    }

    /** What stands for a secret where it is compared. */
    public static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** Who calls with it. */
    public Caller caller() {
        return new Caller(id, enabled, limits);
    }

    /** Without the secrets, which must not reach a log. */
    @Override
    public String toString() {
        return "AccessKey[%s, %s]".formatted(id, enabled ? "enabled" : "disabled");
    }
}
