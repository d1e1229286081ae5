package io.imageseg.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rewrites a convolution to a single channel as two: the first, of one cell, has a channel for each tap of the kernel, and
 * the second adds up the taps from where they lie. What is summed is the same but for the order. Engines that work on
 * channels in blocks compute a whole block where one channel is asked for; this way the channels of a block are used. A
 * change of shape that changes nothing follows, which such engines do in no blocks: nor do they, then, what comes after it.
 */
public final class SplitTaps {
    /** How many channels the widest blocks have; those of other processors divide it. */
    private static final int BLOCK = 16;

    private static final int DIMENSIONS = 4;
    private static final ValueLayout.OfFloat LITTLE_ENDIAN =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private SplitTaps() {}

    /**
     * A network that computes the same, but for the order of sums; the one given if there is nothing to split.
     *
     * @throws IllegalArgumentException if it is no network
     */
    public static OnnxNetwork in(OnnxNetwork network) {
        try {
            return split(network);
        } catch (IndexOutOfBoundsException | NoSuchElementException | ArithmeticException e) {
            throw new IllegalArgumentException("it is not an ONNX network", e);
        }
    }

    private static OnnxNetwork split(OnnxNetwork network) {
        Map<String, OnnxTensor> initializers = new HashMap<>();
        network.initializers().forEach(tensor -> initializers.put(tensor.name(), tensor));
        network.inputs().forEach(input -> initializers.remove(input.name()));
        List<OnnxNode> nodes = new ArrayList<>();
        List<OnnxTensor> tensors = new ArrayList<>(network.initializers());
        for (OnnxNode node : network.nodes()) {
            Optional<Kernel> kernel = kernel(node, initializers);
            nodes.addAll(kernel.map(found -> found.nodes(node)).orElse(List.of(node)));
            kernel.ifPresent(
                    found -> tensors.addAll(found.tensors(node.outputs().getFirst())));
        }
        if (nodes.size() == network.nodes().size()) {
            return network;
        }
        Set<String> read =
                nodes.stream().flatMap(node -> node.inputs().stream()).collect(Collectors.toSet());
        tensors.removeIf(tensor -> !read.contains(tensor.name()));
        return network.withNodes(nodes).withInitializers(tensors);
    }

    /** The kernel of a convolution that is worth splitting. */
    private static Optional<Kernel> kernel(OnnxNode node, Map<String, OnnxTensor> initializers) {
        boolean isWhole = node.isOf("Conv")
                && node.integer("group").orElse(1) == 1
                && node.integers("strides").stream().allMatch(stride -> stride == 1);
        return isWhole
                ? Optional.ofNullable(initializers.get(node.inputs().get(1)))
                        .flatMap(Kernel::of)
                        .filter(Kernel::isWorthIt)
                : Optional.empty();
    }

    /**
     * Weights 1×C×H×W.
     *
     * @param raw floats, little-endian
     */
    private record Kernel(int channels, int height, int width, MemorySegment raw) {
        static Optional<Kernel> of(OnnxTensor weights) {
            List<Long> shape = weights.shape();
            boolean isNarrow = weights.type() == OnnxTensor.FLOAT
                    && weights.raw().isPresent()
                    && shape.size() == DIMENSIONS
                    && shape.getFirst() == 1;
            return isNarrow
                    ? Optional.of(new Kernel(
                            Math.toIntExact(shape.get(1)),
                            Math.toIntExact(shape.get(2)),
                            Math.toIntExact(shape.get(3)),
                            weights.raw().orElseThrow()))
                    : Optional.empty();
        }

        int taps() {
            return Math.multiplyExact(height, width);
        }

        /** The taps, and as many more as fill blocks. */
        int between() {
            return Math.ceilDiv(taps(), BLOCK) * BLOCK;
        }

        /** Whether there is less to multiply. */
        boolean isWorthIt() {
            long before = (long) BLOCK * taps() * channels;
            long after = (long) between() * channels + (long) BLOCK * taps() * between();
            return after < before;
        }

        List<OnnxNode> nodes(OnnxNode convolution) {
            String output = convolution.outputs().getFirst();
            List<String> inputs = new ArrayList<>(convolution.inputs());
            String input = inputs.set(0, output + "/taps");
            inputs.set(1, output + "/places");
            return List.of(
                    OnnxNode.of("Conv", List.of(input, output + "/weights"), output + "/taps"),
                    convolution.with(inputs, output + "/sum"),
                    OnnxNode.of("Reshape", List.of(output + "/sum", output + "/shape"), output));
        }

        List<OnnxTensor> tensors(String output) {
            return List.of(
                    OnnxTensor.ofFloats(output + "/weights", weights(), between(), channels, 1, 1),
                    OnnxTensor.ofFloats(output + "/places", places(), 1, between(), height, width),
                    // An extent of 0 is that of what comes in.
                    OnnxTensor.ofIntegers(output + "/shape", new long[DIMENSIONS]));
        }

        private float[] weights() {
            float[] weights = new float[between() * channels];
            for (int channel = 0; channel < channels; channel++) {
                for (int tap = 0; tap < taps(); tap++) {
                    weights[tap * channels + channel] = raw.getAtIndex(LITTLE_ENDIAN, (long) channel * taps() + tap);
                }
            }
            return weights;
        }

        /** 1 for each tap where it lies. */
        private float[] places() {
            float[] places = new float[between() * taps()];
            for (int tap = 0; tap < taps(); tap++) {
                places[tap * taps() + tap] = 1;
            }
            return places;
        }
    }
}
