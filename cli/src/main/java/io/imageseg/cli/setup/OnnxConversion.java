package io.imageseg.cli.setup;

import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxNode;
import io.imageseg.onnx.OnnxTensor;
import io.imageseg.onnx.OnnxValue;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites an ONNX file of 16-bit floats for CPUs, which compute in 32 bits: weights and casts are widened, which
 * changes no value, and what the chosen outputs do not need is removed.
 */
public final class OnnxConversion {
    private OnnxConversion() {}

    /**
     * The same network with 32-bit weights and only the outputs named.
     *
     * @throws IllegalArgumentException if {@code model} is no ONNX file, lacks an output, or keeps 16-bit values
     *     elsewhere than in raw data
     */
    public static OnnxNetwork widenAndPrune(byte[] model, List<String> outputs) {
        return widen(prune(OnnxNetwork.read(model), outputs));
    }

    private static OnnxNetwork prune(OnnxNetwork network, List<String> outputs) {
        List<OnnxValue> kept = network.outputs().stream()
                .filter(value -> outputs.contains(value.name()))
                .toList();
        if (kept.size() < outputs.size()) {
            throw new IllegalArgumentException("the network has not all outputs of " + outputs);
        }
        Set<String> needed = needed(network.makers(), outputs);
        List<OnnxNode> nodes = network.nodes().stream()
                .filter(node -> node.outputs().stream().anyMatch(needed::contains))
                .toList();
        List<OnnxTensor> initializers = network.initializers().stream()
                .filter(tensor -> needed.contains(tensor.name()))
                .toList();
        return network.withValues(List.of())
                .withNodes(nodes)
                .withInitializers(initializers)
                .withOutputs(kept);
    }

    /** The names of all values that lead to the outputs; nodes may stand in any order. */
    private static Set<String> needed(Map<String, OnnxNode> makers, List<String> outputs) {
        Set<String> needed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            String name = open.pop();
            OnnxNode maker = makers.get(name);
            if (needed.add(name) && maker != null) {
                open.addAll(maker.inputs());
            }
        }
        return needed;
    }

    private static OnnxNetwork widen(OnnxNetwork network) {
        List<OnnxTensor> initializers =
                network.initializers().stream().map(OnnxConversion::widen).toList();
        List<OnnxNode> nodes =
                network.nodes().stream().map(OnnxConversion::widen).toList();
        return network.withInitializers(initializers).withNodes(nodes);
    }

    private static OnnxNode widen(OnnxNode node) {
        boolean narrows = node.operator().equals("Cast") && node.integer("to").orElse(0) == OnnxTensor.FLOAT16;
        return narrows ? node.withInteger("to", OnnxTensor.FLOAT) : node.withTensors(OnnxConversion::widen);
    }

    private static OnnxTensor widen(OnnxTensor tensor) {
        if (tensor.type() != OnnxTensor.FLOAT16) {
            return tensor;
        }
        MemorySegment raw = tensor.raw()
                .orElseThrow(() ->
                        new IllegalArgumentException("16-bit values of %s are not raw data".formatted(tensor.name())));
        ByteBuffer half = raw.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer full = ByteBuffer.allocate(half.remaining() * 2).order(ByteOrder.LITTLE_ENDIAN);
        while (half.hasRemaining()) {
            full.putFloat(Float.float16ToFloat(half.getShort()));
        }
        return tensor.with(OnnxTensor.FLOAT, MemorySegment.ofArray(full.array()));
    }
}
