package io.imageseg.server.auth;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The signature of RPC-style calls, {@code SignatureMethod=HMAC-SHA1}, {@code SignatureVersion=1.0}: over the method
 * and all parameters but {@code Signature}, wherever each of them travelled; in Base64.
 */
public record RpcSignature(String stringToSign) implements Signature {

    /**
     * @param method as sent, {@code GET} or {@code POST}
     * @param parameters decoded names and values of query and form together
     */
    public static RpcSignature of(String method, Map<String, String> parameters) {
        Map<String, String> signed = new HashMap<>(parameters);
        signed.remove("Signature");
        return new RpcSignature(method + "&%2F&" + PercentEncoding.encode(PercentEncoding.query(signed)));
    }

    @Override
    public String sign(String secret) {
        return Base64.getEncoder().encodeToString(Signature.hmac("HmacSHA1", secret + "&", stringToSign));
    }
}
