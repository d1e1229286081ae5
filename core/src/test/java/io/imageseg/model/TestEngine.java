package io.imageseg.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What runs networks; tests of one that is not there are skipped. */
public enum TestEngine {
    ONNXRUNTIME {
        @Override
        public Network open(Path file, Path cache) {
            return new OnnxRuntimeNetwork(file, 2, cache);
        }
    },
    OPENVINO {
        @Override
        public Network open(Path file, Path cache) {
            return openVino(Precision.F32, cache).open(file);
        }
    };

    public abstract Network open(Path file, Path cache);

    /** OpenVINO where set-up has fetched it. */
    public static OpenVino openVino(Precision precision, Path cache) {
        return OpenVino.load(options(precision, cache));
    }

    static OpenVinoOptions options(Precision precision, Path cache) {
        Path library = Path.of(System.getProperty("imageseg.openvino", ""));
        assumeTrue(isThere(library), "run ./imageseg build first: OpenVINO is not there");
        return new OpenVinoOptions(library, "CPU", precision, 2, cache);
    }

    private static boolean isThere(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("libopenvino_c"));
        } catch (IOException _) {
            return false;
        }
    }
}
