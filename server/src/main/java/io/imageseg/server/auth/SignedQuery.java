package io.imageseg.server.auth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The query of an RPC-style call by GET as a client sends it, signed for this once. */
public final class SignedQuery {
    private SignedQuery() {}

    /**
     * Of version 2019-12-30, answered in JSON.
     *
     * @param parameters the action's own
     */
    public static String of(String action, Map<String, String> parameters, String keyId, String secret) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("Action", action);
        all.put("Version", "2019-12-30");
        all.put("Format", "JSON");
        all.put("AccessKeyId", keyId);
        all.put("SignatureMethod", "HMAC-SHA1");
        all.put("SignatureVersion", "1.0");
        all.put("SignatureNonce", UUID.randomUUID().toString());
        all.put("Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("Signature", RpcSignature.of("GET", all).sign(secret));
        return PercentEncoding.query(all);
    }
}
