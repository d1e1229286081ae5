package io.imageseg.server.auth;

import java.time.Instant;

/** A caller's key. The secret is known in full so that signatures can be checked. */
public record AccessKey(String id, String secret, boolean enabled, Instant createdAt) {
    /** Without the secret, which must not reach a log. */
    @Override
    public String toString() {
        return "AccessKey[%s, %s]".formatted(id, enabled ? "enabled" : "disabled");
    }
}
