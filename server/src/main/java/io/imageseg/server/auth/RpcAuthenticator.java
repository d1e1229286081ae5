package io.imageseg.server.auth;

import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Authenticator;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Parameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Calls signed with HMAC-SHA1 in their parameters. */
public final class RpcAuthenticator implements Authenticator {
    /** How far a call's time may be from this clock. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int NONCE_LENGTH = 128;

    private final Keys keys;
    private final Nonces nonces;
    private final Clock clock;

    public RpcAuthenticator(Keys keys, Nonces nonces, Clock clock) {
        this.keys = keys;
        this.nonces = nonces;
        this.clock = clock;
    }

    @Override
    public String authenticate(ApiCall call) {
        Parameters parameters = call.parameters();
        String id = parameters.require("AccessKeyId");
        String signature = parameters.require("Signature");
        parameters.requireOneOf("SignatureMethod", "HMAC-SHA1");
        parameters.requireOneOf("SignatureVersion", "1.0");
        String nonce = parameters.require("SignatureNonce");
        String timestamp = parameters.require("Timestamp");
        AccessKey key = keys.find(id)
                .orElseThrow(() -> new ApiException(
                        ErrorCode.KEY_UNKNOWN, "The specified AccessKeyId is not known to this server."));
        checkSignature(call, key, signature);
        checkTime(timestamp);
        checkNonce(id, nonce);
        if (!key.enabled()) {
            throw new ApiException(ErrorCode.KEY_DISABLED, "The key is disabled; ask the server's operator.");
        }
        return id;
    }

    private static void checkSignature(ApiCall call, AccessKey key, String signature) {
        RpcSignature expected =
                RpcSignature.of(call.request().method(), call.parameters().values());
        if (!expected.isSignedBy(key.secret(), signature)) {
            throw new ApiException(
                    ErrorCode.SIGNATURE_MISMATCH,
                    "The signature does not match; compare the server's string to sign with yours, and the secret. "
                            + "server string to sign is:"
                            + expected.stringToSign());
        }
    }

    private void checkTime(String timestamp) {
        Instant signed;
        try {
            signed = Instant.from(DateTimeFormatter.ISO_INSTANT.parse(timestamp));
        } catch (DateTimeParseException e) {
            throw new ApiException(
                    ErrorCode.CANNOT_CONVERT,
                    "The parameter Timestamp must be a time in UTC such as 2026-01-31T08:00:00Z.",
                    e);
        }
        Instant now = clock.instant();
        if (Duration.between(signed, now).abs().compareTo(WINDOW) > 0) {
            throw new ApiException(
                    ErrorCode.TIMESTAMP_EXPIRED,
                    "The Timestamp %s is more than %d minutes from the server's time %s; set the caller's clock."
                            .formatted(signed, WINDOW.toMinutes(), now));
        }
    }

    private void checkNonce(String id, String nonce) {
        if (nonce.length() > NONCE_LENGTH) {
            throw new ApiException(
                    ErrorCode.INVALID_PARAMETER,
                    "The SignatureNonce has %d characters; at most %d are allowed."
                            .formatted(nonce.length(), NONCE_LENGTH));
        }
        if (!nonces.take(id, nonce)) {
            throw new ApiException(
                    ErrorCode.NONCE_USED, "The SignatureNonce has been used before; give each call its own.");
        }
    }
}
