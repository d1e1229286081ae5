package io.imageseg.server.upload;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Makes policies that travel through callers' hands and come back unaltered: JSON in base64, with its HMAC-SHA256. */
public final class PolicySeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final byte[] key;

    public PolicySeal(byte[] key) {
        this.key = key.clone();
    }

    /** A policy in base64 and its signature. */
    record Sealed(String encoded, String signature) {}

    Sealed seal(UploadPolicy policy) {
        String encoded = Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(policy));
        return new Sealed(encoded, signature(encoded));
    }

    /** @throws UploadException SIGNATURE_MISMATCH if it is none that {@link #seal} made */
    UploadPolicy open(Sealed sealed) {
        boolean genuine = MessageDigest.isEqual(
                signature(sealed.encoded).getBytes(StandardCharsets.UTF_8),
                sealed.signature.getBytes(StandardCharsets.UTF_8));
        if (!genuine) {
            throw new UploadException(
                    UploadRefusal.SIGNATURE_MISMATCH,
                    "The signature does not match the policy; send both as AuthorizeFileUpload gave them.");
        }
        return JSON.readValue(Base64.getDecoder().decode(sealed.encoded), UploadPolicy.class);
    }

    private String signature(String encoded) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(encoded.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + ALGORITHM, e);
        }
    }
}
