package io.imageseg.conformance.client;

import com.aliyun.imageseg20191230.Client;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.Map;
import java.util.Objects;

/** com.aliyun:imageseg20191230. */
final class TeaLibrary implements Library {
    @Override
    public Object make(Call call) throws Exception {
        Client client = new Client(new Config()
                .setAccessKeyId(call.id())
                .setAccessKeySecret(call.secret())
                .setEndpoint(call.endpoint())
                .setProtocol(call.protocol())
                .setRegionId("cn-shanghai"));
        // Where files are to be sent; the configuration's value for it does not reach the client.
        client._openPlatformEndpoint = call.endpoint();
        RuntimeOptions options =
                new RuntimeOptions().setAutoretry(false).setReadTimeout(30_000).setIgnoreSSL(true);
        try {
            boolean isFile = call.way().equals("FILE");
            Map<String, ?> answer = isFile || call.way().equals("MODEL")
                    ? TeaModels.of(call.action(), isFile)
                            .call(client, call.parameters(), options)
                            .toMap()
                    : client.callApi(any(call.action()), request(call), options);
            return Objects.requireNonNull(answer.get("body"), "no body");
        } catch (TeaException e) {
            throw new RefusedException(e.getCode(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Params any(String action) {
        return new Params()
                .setAction(action)
                .setVersion("2019-12-30")
                .setProtocol("HTTP")
                .setPathname("/")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
    }

    private static OpenApiRequest request(Call call) {
        OpenApiRequest request = new OpenApiRequest();
        return call.way().equals("FORM") ? request.setBody(call.parameters()) : request.setQuery(call.parameters());
    }
}
