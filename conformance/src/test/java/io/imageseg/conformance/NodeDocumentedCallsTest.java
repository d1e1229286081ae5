package io.imageseg.conformance;

import java.io.IOException;

/** The JavaScript of {@code docs/api.md}. */
class NodeDocumentedCallsTest extends DocumentedCalls {
    private static final Program LIBRARIES = new Program.Node("tea.js");

    NodeDocumentedCallsTest() throws IOException {
        super(LIBRARIES, "js");
    }

    @Override
    Program librariesOf(String program) {
        return LIBRARIES;
    }
}
