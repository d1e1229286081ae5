package io.imageseg.server.operator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.imageseg.server.auth.AccessKey;
import io.imageseg.server.usage.UsageRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What an operator is answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reply")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KeyReply.Issued.class, name = "issued"),
    @JsonSubTypes.Type(value = KeyReply.Shown.class, name = "shown"),
    @JsonSubTypes.Type(value = KeyReply.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = KeyReply.Refused.class, name = "refused")
})
public sealed interface KeyReply {
    /** A secret, which is shown this once. */
    record Issued(KeyView key, String secret) implements KeyReply {
        @Override
        public String toString() {
            return "Issued[%s]".formatted(key);
        }
    }

    /** Keys as they are now. */
    record Shown(List<KeyView> keys) implements KeyReply {}

    record Counted(List<UsageRow> usage) implements KeyReply {}

    /** Nothing was done. */
    record Refused(String why) implements KeyReply {}

    /**
     * A key without its secrets.
     *
     * @param name empty for none
     * @param operator whether it may operate the server by its console
     * @param actions the only ones it may call, in order; absent for all
     * @param perMinute its own rate of calls; absent for the server's
     * @param oldSecretUntil how long the secret before the last rotation holds; absent if it does not
     */
    record KeyView(
            String accessKeyId,
            String name,
            boolean enabled,
            boolean operator,
            Instant createdAt,
            Optional<List<String>> actions,
            OptionalInt perMinute,
            Optional<Instant> oldSecretUntil) {

        static KeyView of(AccessKey key, Instant now) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.enabled(),
                    key.operator(),
                    key.createdAt(),
                    key.limits().actions().map(names -> names.stream().sorted().toList()),
                    key.limits().perMinute(),
                    key.old().map(AccessKey.OldSecret::until).filter(now::isBefore));
        }
    }
}
