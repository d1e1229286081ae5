package io.imageseg.model;

import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxNode;
import io.imageseg.onnx.OnnxTensor;
import io.imageseg.onnx.OnnxValue;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How ONNX Runtime is made to free what a run no longer needs. When it loads a network whose sizes it knows, it plans which
 * values take the memory of earlier ones of the same size, and holds that memory until the last of them: in a U-shaped
 * network most of what the first half needs until the end of the second. Of sizes that it does not know it plans nothing,
 * and frees each value after its last reader. So what the input's sizes are is hidden from it. Only that a convolution has
 * the size of what it is added to is declared, so that it is still written over it.
 */
final class MemoryPlan {
    /** The domain of operators on channels in blocks, all of them on values N×C×H×W. */
    private static final String BLOCKED = "com.microsoft.nchwc";

    private static final int INPUTS_WITH_SUM = 4;
    private static final String NAMES = "imageseg/";

    private MemoryPlan() {}

    /**
     * The network without a plan. What it takes, gives and computes is the same.
     *
     * @param optimized as ONNX Runtime wrote it
     */
    static OnnxNetwork loosened(OnnxNetwork optimized) {
        OnnxNetwork loose = withSums(optimized);
        for (OnnxValue input : optimized.inputs()) {
            Optional<List<Long>> shape = input.shape();
            if (shape.isPresent()) {
                loose = hiding(loose, input.name(), shape.get());
            }
        }
        return loose;
    }

    /** Declares what each sum of a convolution adds to: the same extents, which no other value shares. */
    private static OnnxNetwork withSums(OnnxNetwork network) {
        List<OnnxValue> values = new ArrayList<>(network.values());
        for (OnnxNode node : network.nodes()) {
            if (node.domain().equals(BLOCKED) && node.inputs().size() == INPUTS_WITH_SUM) {
                String output = node.outputs().getFirst();
                List<String> extents = Stream.of("n", "c", "h", "w")
                        .map(axis -> NAMES + output + "/" + axis)
                        .toList();
                values.add(OnnxValue.ofFloats(node.inputs().getLast(), extents));
                values.add(OnnxValue.ofFloats(output, extents));
            }
        }
        return network.withValues(values);
    }

    /** Gives the input its own shape once more, by a node whose shape the planner does not follow. */
    private static OnnxNetwork hiding(OnnxNetwork network, String input, List<Long> shape) {
        String known = NAMES + input + "/known-shape";
        String unknown = NAMES + input + "/shape";
        String hidden = NAMES + input + "/hidden";
        ByteBuffer raw = ByteBuffer.allocate(Long.BYTES * shape.size()).order(ByteOrder.LITTLE_ENDIAN);
        shape.forEach(raw::putLong);
        List<OnnxTensor> initializers = new ArrayList<>(network.initializers());
        initializers.add(OnnxTensor.of(
                known, OnnxTensor.INT64, List.of((long) shape.size()), List.of(MemorySegment.ofArray(raw.array()))));
        List<OnnxNode> nodes = new ArrayList<>();
        nodes.add(OnnxNode.of("Identity", List.of(known), unknown));
        nodes.add(OnnxNode.of("Reshape", List.of(input, unknown), hidden));
        network.nodes().stream()
                .map(node -> node.reading(name -> name.equals(input) ? hidden : name))
                .forEach(nodes::add);
        return network.withInitializers(initializers).withNodes(nodes);
    }
}
