package io.imageseg.bench;

import io.imageseg.model.EngineChoice;
import picocli.CommandLine.Option;

/** What runs IS-Net in imageseg. */
final class EngineOption {
    @Option(
            names = "--engine",
            paramLabel = "auto|cuda|openvino|onnxruntime",
            description = "what runs IS-Net in imageseg")
    private EngineChoice.Kind kind = EngineChoice.Kind.AUTO;

    EngineChoice.Kind kind() {
        return kind;
    }
}
