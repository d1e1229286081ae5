package io.imageseg.conformance.client;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.RpcAcsRequest;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.Locale;

/** aliyun-java-sdk-imageseg on aliyun-java-sdk-core. */
final class CoreLibrary implements Library {
    @Override
    public Object make(Call call) throws Exception {
        DefaultProfile profile = DefaultProfile.getProfile("cn-shanghai", call.id(), call.secret());
        profile.getHttpClientConfig().setIgnoreSSLCerts(true);
        DefaultAcsClient client = new DefaultAcsClient(profile);
        try {
            return call.way().equals("MODEL") ? byModel(client, call) : byCommonRequest(client, call);
        } catch (ClientException e) {
            throw new RefusedException(e.getErrCode(), e.getErrMsg(), e);
        } finally {
            client.shutdown();
        }
    }

    private static Object byModel(DefaultAcsClient client, Call call) throws ClientException {
        RpcAcsRequest<?> request = CoreModels.of(call.action(), call.parameters());
        request.setSysEndpoint(call.endpoint());
        request.setSysProtocol(ProtocolType.valueOf(call.protocol().toUpperCase(Locale.ROOT)));
        request.setSysMethod(MethodType.valueOf(call.dialect().get("method")));
        request.setSysAcceptFormat(FormatType.valueOf(call.dialect().get("format")));
        if (call.dialect().containsKey("signature")) {
            request.setSysSignatureVersion(
                    SignatureVersion.valueOf(call.dialect().get("signature")));
        }
        return client.getAcsResponse((AcsRequest<?>) request);
    }

    private static Object byCommonRequest(DefaultAcsClient client, Call call) throws ClientException {
        CommonRequest request = new CommonRequest();
        request.setSysDomain(call.endpoint());
        request.setSysVersion("2019-12-30");
        request.setSysAction(call.action());
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysMethod(MethodType.POST);
        if (call.way().equals("FORM")) {
            call.parameters().forEach(request::putBodyParameter);
        } else {
            call.parameters().forEach(request::putQueryParameter);
        }
        return new Gson().fromJson(client.getCommonResponse(request).getData(), JsonObject.class);
    }
}
