package io.imageseg.server.auth;

import io.imageseg.server.api.KeyLimits;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A caller's key. The secrets are known in full so that signatures can be checked.
 *
 * @param name what the operator calls it, empty for nothing
 * @param old the secret before the last rotation, where that still holds for a while
 */
public record AccessKey(
        String id,
        String name,
        String secret,
        Optional<OldSecret> old,
        boolean enabled,
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

    /** Without the secrets, which must not reach a log. */
    @Override
    public String toString() {
        return "AccessKey[%s, %s]".formatted(id, enabled ? "enabled" : "disabled");
    }
}
