package io.imageseg.conformance;

import java.util.Set;

/** com.aliyun:imageseg20191230, which signs by ACS3. */
class JavaTeaTest extends ClientConformance {
    JavaTeaTest() {
        super(new Program.Java("tea"), Set.of());
    }
}
