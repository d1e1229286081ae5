package io.imageseg.server.auth;

import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.Parameters;

/** Calls signed with HMAC-SHA1, all that belongs to the signature among their parameters. */
final class RpcScheme implements Scheme {
    @Override
    public Claim claim(ApiCall call) {
        Parameters parameters = call.parameters();
        String id = parameters.require("AccessKeyId");
        String given = parameters.require("Signature");
        parameters.requireOneOf("SignatureMethod", "HMAC-SHA1");
        parameters.requireOneOf("SignatureVersion", "1.0");
        String nonce = parameters.require("SignatureNonce");
        String time = parameters.require("Timestamp");
        Signature signature = RpcSignature.of(call.request().method(), parameters.values());
        return new Claim(id, signature, given, nonce, time, "Timestamp");
    }
}
