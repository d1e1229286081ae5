package io.imageseg.model;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Which engine runs a network.
 *
 * @param openVino how OpenVINO is used, if it is
 * @param threads intra-op threads of ONNX Runtime, usually the number of cores
 * @param cache the folder where ONNX Runtime keeps what it optimised; it is made if it is not there, and may be removed
 */
public record EngineChoice(Kind kind, OpenVinoOptions openVino, int threads, Path cache) {
    /** What was asked for. */
    public enum Kind {
        /** OpenVINO where it can be loaded and takes the network, else ONNX Runtime. */
        AUTO,

        /** OpenVINO, or none. */
        OPENVINO,

        /** ONNX Runtime. */
        ONNXRUNTIME
    }

    /**
     * Opens a file.
     *
     * @param chosen hears which engine runs it, with version, device and precision, and why it is not OpenVINO
     * @throws ModelException if the engine does not load it
     */
    public Network open(Path file, Consumer<String> chosen) {
        return switch (kind) {
            case OPENVINO -> onOpenVino(file, chosen);
            case ONNXRUNTIME -> onOnnxRuntime(file, chosen, "");
            case AUTO -> {
                try {
                    yield onOpenVino(file, chosen);
                } catch (ModelException e) {
                    String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
                    yield onOnnxRuntime(file, chosen, " (%s)".formatted(why));
                }
            }
        };
    }

    private Network onOpenVino(Path file, Consumer<String> chosen) {
        Network network = OpenVino.load(openVino).open(file);
        chosen.accept(network.engine().toString());
        return network;
    }

    private Network onOnnxRuntime(Path file, Consumer<String> chosen, String why) {
        Network network = new OnnxRuntimeNetwork(file, threads, cache);
        chosen.accept(network.engine() + why);
        return network;
    }
}
