package io.imageseg.onnx;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Rewrites a convolution of two values laid behind each other as the sum of a convolution of each:
 * {@code W · [a, b] = W₁ · a + W₂ · b}. What is summed is the same but for the order; the values are never laid behind each
 * other, which costs a copy of both and, in U-shaped networks, most of the memory. Engines that add into what a convolution
 * writes gain; others do not.
 */
public final class SplitConcats {
    /** Make as many channels as their first input has. */
    private static final Set<String> KEEP_CHANNELS =
            Set.of("Relu", "Sigmoid", "Cast", "Resize", "MaxPool", "AveragePool");

    private final OnnxNetwork network;
    private final Map<String, OnnxNode> makers;
    private final Map<String, List<OnnxNode>> readers = new HashMap<>();
    private final Map<String, OnnxTensor> initializers = new HashMap<>();
    private final Map<String, OptionalLong> channels = new HashMap<>();
    private final Set<String> outside = new HashSet<>();

    private SplitConcats(OnnxNetwork network) {
        this.network = network;
        makers = network.makers();
        for (OnnxNode node : network.nodes()) {
            node.inputs()
                    .forEach(input -> readers.computeIfAbsent(input, _ -> new ArrayList<>())
                            .add(node));
        }
        network.initializers().forEach(tensor -> initializers.put(tensor.name(), tensor));
        network.inputs().forEach(input -> outside.add(input.name()));
        network.outputs().forEach(output -> outside.add(output.name()));
    }

    /**
     * A network that computes the same, but for the order of sums; the one given if there is nothing to split.
     *
     * @throws IllegalArgumentException if it is no network
     */
    public static OnnxNetwork in(OnnxNetwork network) {
        try {
            return new SplitConcats(network).split();
        } catch (IndexOutOfBoundsException | NoSuchElementException | ArithmeticException e) {
            throw new IllegalArgumentException("it is not an ONNX network", e);
        }
    }

    /**
     * A convolution of two values.
     *
     * @param inputs laid behind each other
     * @param weights for all channels of both, in this order
     * @param channels that the first has
     */
    private record Split(OnnxNode convolution, List<String> inputs, OnnxTensor weights, long channels) {
        String output() {
            return convolution.outputs().getFirst();
        }

        List<OnnxNode> nodes() {
            List<String> first = List.of(inputs.get(0), name(0));
            List<String> second = new ArrayList<>(convolution.inputs());
            second.set(0, inputs.get(1));
            second.set(1, name(1));
            String one = output() + "/first";
            String other = output() + "/second";
            return List.of(
                    convolution.with(first, one),
                    convolution.with(second, other),
                    OnnxNode.of("Add", List.of(one, other), output()));
        }

        List<OnnxTensor> tensors() {
            return List.of(
                    part(0, 0, channels), part(1, channels, weights.shape().get(1)));
        }

        private OnnxTensor part(int which, long from, long to) {
            List<Long> shape = new ArrayList<>(weights.shape());
            MemorySegment raw = weights.raw().orElseThrow();
            long row = raw.byteSize() / shape.getFirst();
            long channel = row / shape.set(1, to - from);
            List<MemorySegment> rows = new ArrayList<>();
            for (long at = 0; at < raw.byteSize(); at += row) {
                rows.add(raw.asSlice(at + from * channel, (to - from) * channel));
            }
            return OnnxTensor.of(name(which), OnnxTensor.FLOAT, shape, rows);
        }

        private String name(int which) {
            return "%s/%s-%d".formatted(output(), weights.name(), which);
        }
    }

    private OnnxNetwork split() {
        List<OnnxNode> nodes = new ArrayList<>();
        List<OnnxTensor> added = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        for (OnnxNode node : network.nodes()) {
            Optional<Split> split = split(node);
            if (split.isEmpty()) {
                nodes.add(node);
                continue;
            }
            nodes.addAll(split.get().nodes());
            added.addAll(split.get().tensors());
            gone.add(node.inputs().getFirst());
            gone.add(split.get().weights().name());
        }
        if (added.isEmpty()) {
            return network;
        }
        nodes.removeIf(node -> gone.contains(node.outputs().getFirst()));
        List<OnnxTensor> kept = new ArrayList<>(network.initializers());
        kept.removeIf(tensor -> gone.contains(tensor.name()));
        kept.addAll(added);
        return network.withNodes(nodes).withInitializers(kept);
    }

    private Optional<Split> split(OnnxNode node) {
        if (!node.isOf("Conv") || node.integer("group").orElse(1) != 1) {
            return Optional.empty();
        }
        OnnxNode concat = makers.get(node.inputs().getFirst());
        OnnxTensor weights = initializers.get(node.inputs().get(1));
        if (concat == null || weights == null || !isTaken(concat) || !isTaken(weights)) {
            return Optional.empty();
        }
        OptionalLong first = channels(concat.inputs().get(0));
        OptionalLong second = channels(concat.inputs().get(1));
        if (first.isEmpty()
                || second.isEmpty()
                || first.getAsLong() + second.getAsLong() != weights.shape().get(1)) {
            return Optional.empty();
        }
        return Optional.of(new Split(node, concat.inputs(), weights, first.getAsLong()));
    }

    /** Two values, one channel after the other, which nobody else reads. */
    private boolean isTaken(OnnxNode concat) {
        return concat.isOf("Concat")
                && concat.integer("axis").orElse(0) == 1
                && concat.inputs().size() == 2
                && isReadOnce(concat.outputs().getFirst());
    }

    private boolean isTaken(OnnxTensor weights) {
        return weights.type() == OnnxTensor.FLOAT && weights.raw().isPresent() && isReadOnce(weights.name());
    }

    private boolean isReadOnce(String value) {
        return readers.getOrDefault(value, List.of()).size() == 1 && !outside.contains(value);
    }

    /** How many channels a value has, if that can be told from the nodes that lead to it. */
    private OptionalLong channels(String value) {
        OptionalLong known = channels.get(value);
        if (known == null) {
            OnnxNode maker = makers.get(value);
            known = maker == null ? OptionalLong.empty() : made(maker);
            channels.put(value, known);
        }
        return known;
    }

    private OptionalLong made(OnnxNode maker) {
        if (maker.isOf("Conv")) {
            OnnxTensor weights = initializers.get(maker.inputs().get(1));
            return weights == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(weights.shape().getFirst());
        }
        if (maker.isOf("Add")) {
            OptionalLong first = channels(maker.inputs().get(0));
            // One value could have a single channel that is added to all of the other's.
            return first.equals(channels(maker.inputs().get(1))) ? first : OptionalLong.empty();
        }
        boolean keeps =
                KEEP_CHANNELS.contains(maker.operator()) && maker.domain().isEmpty();
        return keeps ? channels(maker.inputs().getFirst()) : OptionalLong.empty();
    }
}
