package io.imageseg.server.auth;

import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.api.ParameterDescription.Option;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.api.Texts;
import java.util.List;

/** Calls signed with HMAC-SHA1, all that belongs to the signature among their parameters. */
final class RpcScheme implements Scheme {
    private static final String METHOD = "HMAC-SHA1";
    private static final String VERSION = "1.0";

    /** What callers are told of the parameters that belong to the signature. */
    static final List<ParameterDescription> DESCRIBED = List.of(
            new ParameterDescription.Text("AccessKeyId", true, new Texts("The key.", "密钥 ID。")),
            new ParameterDescription.Text(
                    "Signature",
                    true,
                    new Texts(
                            "Base64 of HMAC-SHA1, keyed with the secret and &, over all other parameters.",
                            "以密钥加 & 对其余全部参数计算的 HMAC-SHA1，Base64 编码。")),
            constant("SignatureMethod", METHOD),
            constant("SignatureVersion", VERSION),
            new ParameterDescription.Text(
                    "SignatureNonce", true, new Texts("A text that no other call has.", "每次调用唯一的随机串。")),
            new ParameterDescription.Text(
                    "Timestamp",
                    true,
                    new Texts("The time in UTC, such as 2026-01-31T08:00:00Z.", "UTC 时间，例如 2026-01-31T08:00:00Z。")));

    private static ParameterDescription constant(String name, String value) {
        Texts label = new Texts(value, value);
        return new ParameterDescription.Choice(
                name,
                true,
                new Texts("Always " + value + ".", "固定为 " + value + "。"),
                List.of(new Option(value, label)));
    }

    @Override
    public Claim claim(ApiCall call) {
        Parameters parameters = call.parameters();
        String id = parameters.require("AccessKeyId");
        String given = parameters.require("Signature");
        parameters.requireOneOf("SignatureMethod", METHOD);
        parameters.requireOneOf("SignatureVersion", VERSION);
        String nonce = parameters.require("SignatureNonce");
        String time = parameters.require("Timestamp");
        Signature signature = RpcSignature.of(call.request().method(), parameters.values());
        return new Claim(id, signature, given, nonce, time, "Timestamp");
    }
}
