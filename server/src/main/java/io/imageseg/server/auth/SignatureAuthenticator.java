package io.imageseg.server.auth;

import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Authenticator;
import io.imageseg.server.api.Caller;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.ParameterDescription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Believes calls that are signed, by whichever scheme, with a key that is known, now and for the first time. */
public final class SignatureAuthenticator implements Authenticator {
    /** How far a call's time may be from this clock. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int NONCE_LENGTH = 128;
    private static final int LONGEST_SHOWN = 64 << 10;

    private final Keys keys;
    private final Nonces nonces;
    private final Clock clock;

    public SignatureAuthenticator(Keys keys, Nonces nonces, Clock clock) {
        this.keys = keys;
        this.nonces = nonces;
        this.clock = clock;
    }

    /** What callers are told of the parameters that belong to a signature, if it does not stand in headers. */
    public static List<ParameterDescription> described() {
        return RpcScheme.DESCRIBED;
    }

    @Override
    public Caller authenticate(ApiCall call) {
        Claim claim = Scheme.of(call).claim(call);
        AccessKey key = keys.find(claim.keyId())
                .orElseThrow(() -> new ApiException(
                        ErrorCode.KEY_UNKNOWN, "The specified AccessKeyId is not known to this server."));
        checkSignature(claim, key);
        checkTime(claim);
        checkNonce(claim.keyId(), claim.nonce());
        return key.caller();
    }

    private void checkSignature(Claim claim, AccessKey key) {
        if (key.secretsAt(clock.instant()).noneMatch(secret -> claim.signature().isSignedBy(secret, claim.given()))) {
            throw new ApiException(
                    ErrorCode.SIGNATURE_MISMATCH,
                    "The signature does not match; compare the server's string to sign with yours, and the secret. "
                            + shown(claim.signature().explanation())
                            + "server string to sign is:"
                            + shown(claim.signature().stringToSign()));
        }
    }

    /** Whole, unless it is longer than anybody compares by eye. */
    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : "%s… (%d characters)".formatted(text.substring(0, LONGEST_SHOWN), text.length());
    }

    private void checkTime(Claim claim) {
        Instant signed;
        try {
            signed = Instant.from(DateTimeFormatter.ISO_INSTANT.parse(claim.time()));
        } catch (DateTimeParseException e) {
            throw new ApiException(
                    ErrorCode.CANNOT_CONVERT,
                    "%s must be a time in UTC such as 2026-01-31T08:00:00Z.".formatted(claim.timeName()),
                    e);
        }
        Instant now = clock.instant();
        if (Duration.between(signed, now).abs().compareTo(WINDOW) > 0) {
            throw new ApiException(
                    ErrorCode.TIMESTAMP_EXPIRED,
                    "The %s %s is more than %d minutes from the server's time %s; set the caller's clock."
                            .formatted(claim.timeName(), signed, WINDOW.toMinutes(), now));
        }
    }

    private void checkNonce(String id, String nonce) {
        if (nonce.length() > NONCE_LENGTH) {
            throw new ApiException(
                    ErrorCode.INVALID_PARAMETER,
                    "The nonce of the signature has %d characters; at most %d are allowed."
                            .formatted(nonce.length(), NONCE_LENGTH));
        }
        if (!nonces.take(id, nonce)) {
            throw new ApiException(
                    ErrorCode.NONCE_USED,
                    "The nonce of the signature (SignatureNonce) has been used before; give each call its own.");
        }
    }
}
