package io.imageseg.server.console;

import io.imageseg.server.operator.KeyReply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A key without its secrets, as {@link KeyReply.KeyView} has it. */
public record KeyEntry(
        String accessKeyId,
        String name,
        boolean enabled,
        boolean operator,
        Instant created,
        Optional<List<String>> actions,
        OptionalInt perMinute,
        Optional<Instant> oldSecretUntil) {

    static KeyEntry of(KeyReply.KeyView key) {
        return new KeyEntry(
                key.accessKeyId(),
                key.name(),
                key.enabled(),
                key.operator(),
                key.createdAt(),
                key.actions(),
                key.perMinute(),
                key.oldSecretUntil());
    }
}
