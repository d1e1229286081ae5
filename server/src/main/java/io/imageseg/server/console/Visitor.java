package io.imageseg.server.console;

import io.imageseg.server.auth.AccessKey;
import java.time.Instant;

/**
 * Who is signed in.
 *
 * @param key as it is now
 * @param expires when the session ends unless it is used before
 */
public record Visitor(AccessKey key, Instant expires) {
    /** What the page is told. */
    public record View(String accessKeyId, boolean operator, Instant expires) {}

    public View view() {
        return new View(key.id(), key.operator(), expires);
    }

    /**
     * Refuses whoever may not operate the server.
     *
     * @throws ConsoleException 403
     */
    public void requireOperator() {
        if (!key.operator()) {
            throw new ConsoleException(
                    403,
                    "NoOperator",
                    "The key %s may not operate the server; `imageseg keys operator %s` lets it."
                            .formatted(key.id(), key.id()));
        }
    }
}
