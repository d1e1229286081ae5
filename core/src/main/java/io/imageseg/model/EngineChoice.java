package io.imageseg.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
        /** CUDA where it and a device are there, else OpenVINO where it can be loaded and takes the network, else ONNX Runtime. */
        AUTO,
        /** ONNX Runtime on a CUDA device, or none. */
        CUDA,
        /** OpenVINO, or none. */
        OPENVINO,

        /** ONNX Runtime. */
        ONNXRUNTIME
    }

    /**
     * Opens a file.
     *
     * @param chosen hears which engine runs it, with version, device and precision, and why it is no faster one
     * @throws ModelException if the engine does not load it
     */
    public Network open(Path file, Consumer<String> chosen) {
        return switch (kind) {
            case CUDA -> heard(OnnxRuntimeNetwork.onCuda(file, threads), chosen, List.of());
            case OPENVINO -> heard(OpenVino.load(openVino).open(file), chosen, List.of());
            case ONNXRUNTIME -> heard(new OnnxRuntimeNetwork(file, threads, cache), chosen, List.of());
            case AUTO -> firstThatOpens(file, chosen);
        };
    }

    private Network firstThatOpens(Path file, Consumer<String> chosen) {
        List<String> reasons = new ArrayList<>();
        for (Supplier<Network> engine : fastestFirst(file)) {
            try {
                return heard(engine.get(), chosen, reasons);
            } catch (ModelException e) {
                reasons.add(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
            }
        }
        return heard(new OnnxRuntimeNetwork(file, threads, cache), chosen, reasons);
    }

    private List<Supplier<Network>> fastestFirst(Path file) {
        Supplier<Network> onOpenVino = () -> OpenVino.load(openVino).open(file);
        return OnnxRuntime.comesWithCuda()
                ? List.of(() -> OnnxRuntimeNetwork.onCuda(file, threads), onOpenVino)
                : List.of(onOpenVino);
    }

    private static Network heard(Network network, Consumer<String> chosen, List<String> whyNotAnother) {
        chosen.accept(network.engine()
                + (whyNotAnother.isEmpty() ? "" : " (%s)".formatted(String.join("; ", whyNotAnother))));
        return network;
    }
}
