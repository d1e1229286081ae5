package io.imageseg.conformance;

import java.io.IOException;

/** The Java of {@code docs/api.md}. */
class JavaDocumentedCallsTest extends DocumentedCalls {
    private static final Program LIBRARIES = new Program.Java("tea");

    JavaDocumentedCallsTest() throws IOException {
        super(LIBRARIES, "java");
    }

    @Override
    Program librariesOf(String program) {
        return LIBRARIES;
    }
}
