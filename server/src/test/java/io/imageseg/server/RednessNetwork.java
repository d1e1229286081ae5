package io.imageseg.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** An ONNX file of one convolution, 1×3×128×128 to 1×1×128×128: {@code redness = 2 · red − 2 · green}. */
final class RednessNetwork {
    private static final String FILE =
            "CAg6lQESBWdyYXBoWh8KA3JnYhIYChYIARISCgIIAQoCCAMKAwiAAQoDCIABChoKA3JnYgoBdwoBYhIHcmVkbmVzcyIEQ29udiob"
                    + "CAEIAwgBCAEQAUIBd0oMAAAAQAAAAMAAAAAAKg0IARABQgFiSgQAAAAAYiMKB3JlZG5lc3MSGAoWCAESEgoCCAEKAggBCgMIgAEK"
                    + "AwiAAUICEA8=";

    private RednessNetwork() {}

    static Path write(Path file) throws IOException {
        return Files.write(file, Base64.getDecoder().decode(FILE));
    }
}
