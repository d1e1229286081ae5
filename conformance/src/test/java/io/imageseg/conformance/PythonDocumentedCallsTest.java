package io.imageseg.conformance;

import java.io.IOException;

/** The Python of {@code docs/api.md}. */
class PythonDocumentedCallsTest extends DocumentedCalls {
    private static final Program LIBRARIES = new Program.Python("python-tea", "client.py");
    private static final Program OLDER_LIBRARIES = new Program.Python("python-rpc", "tea.py");

    PythonDocumentedCallsTest() throws IOException {
        super(LIBRARIES, "python");
    }

    @Override
    Program librariesOf(String program) {
        return program.matches("Python (1|core)\\b.*") ? OLDER_LIBRARIES : LIBRARIES;
    }
}
