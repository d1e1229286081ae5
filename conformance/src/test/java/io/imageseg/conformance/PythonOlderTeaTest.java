package io.imageseg.conformance;

import java.util.Set;

/** alibabacloud_imageseg20191230 1, which signs with HMAC-SHA1. */
class PythonOlderTeaTest extends ClientConformance {
    PythonOlderTeaTest() {
        super(new Program.Python("python-rpc", "tea.py"), Set.of());
    }

    /** The library sends a file for the photo alone. */
    @Override
    String mask() {
        return photos().mask();
    }
}
