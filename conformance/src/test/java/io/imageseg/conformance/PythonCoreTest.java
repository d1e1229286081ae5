package io.imageseg.conformance;

import java.util.List;
import java.util.Set;

/** aliyun-python-sdk-imageseg on aliyun-python-sdk-core, which signs with HMAC-SHA1. */
class PythonCoreTest extends ClientConformance {
    PythonCoreTest() {
        super(new Program.Python("python-rpc", "core.py"), Set.of("SegmentFace", "SegmentVehicle", "SegmentFurniture"));
    }

    @Override
    List<Dialect> dialects() {
        return List.of(Dialect.of("method", "POST"), Dialect.of("method", "GET"));
    }

    @Override
    String codeOfAWrongSecret(Dialect dialect) {
        return "InvalidAccessKeySecret";
    }

    @Override
    boolean sendsFiles() {
        return false;
    }
}
