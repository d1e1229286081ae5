package io.imageseg.conformance;

import java.util.List;
import java.util.Set;

/** aliyun-java-sdk-imageseg on aliyun-java-sdk-core, which signs with HMAC-SHA1 or, where told so, by ACS3. */
class JavaCoreTest extends ClientConformance {
    JavaCoreTest() {
        super(new Program.Java("core"), Set.of());
    }

    @Override
    List<Dialect> dialects() {
        return List.of(
                Dialect.of("method", "POST", "format", "JSON"),
                Dialect.of("method", "POST", "format", "XML"),
                Dialect.of("method", "GET", "format", "JSON"),
                Dialect.of("method", "GET", "format", "XML"),
                Dialect.of("method", "POST", "format", "JSON", "signature", "V3"));
    }

    /** The library sends these actions' parameters in a form, and by GET no form at all. */
    @Override
    boolean takes(String action, Dialect dialect) {
        return !"GET".equals(dialect.options().get("method"))
                || !Set.of("SegmentFurniture", "SegmentVehicle", "RefineMask", "GetAsyncJobResult")
                        .contains(action);
    }

    @Override
    String codeOfAWrongSecret(Dialect dialect) {
        return dialect.options().containsKey("signature") ? "SignatureDoesNotMatch" : "SDK.InvalidAccessKeySecret";
    }

    @Override
    boolean sendsFiles() {
        return false;
    }
}
