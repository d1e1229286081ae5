package io.imageseg.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Drops conversions of floats to floats, which networks hold that were made of ones in half precision. Engines drop most of
 * them too, but not those that make what comes out, which copy it.
 */
public final class IdleCasts {
    /** Make floats of floats. */
    private static final Set<String> KEEP_FLOATS =
            Set.of("Conv", "Relu", "Sigmoid", "Add", "Concat", "Resize", "MaxPool", "AveragePool");

    private final Set<String> floats = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> outputs = new HashSet<>();

    /** What each value that goes is called in what stays. */
    private final Map<String, String> names = new HashMap<>();

    private final List<OnnxNode> kept = new ArrayList<>();

    private IdleCasts() {}

    /**
     * A network that computes the same; the one given if there is nothing to drop.
     *
     * @throws IllegalArgumentException if it is no network
     */
    public static OnnxNetwork in(OnnxNetwork network) {
        if (network.nodes().stream().anyMatch(OnnxNode::holdsGraph)) {
            return network;
        }
        try {
            return new IdleCasts().without(network);
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException("it is not an ONNX network", e);
        }
    }

    private OnnxNetwork without(OnnxNetwork network) {
        network.inputs().stream().filter(OnnxValue::isFloats).forEach(input -> floats.add(input.name()));
        network.outputs().forEach(output -> outputs.add(output.name()));
        network.nodes().forEach(this::add);
        return names.isEmpty()
                ? network
                : network.withNodes(
                        kept.stream().map(node -> node.renamed(this::name)).toList());
    }

    /** Nodes follow those that make what they read. */
    private void add(OnnxNode node) {
        String input = node.inputs().stream().findFirst().orElse("");
        String output = node.outputs().getFirst();
        boolean readsFloats = floats.contains(input);
        boolean isCast = node.isOf("Cast") && node.integer("to").orElse(0) == OnnxTensor.FLOAT;
        if (isCast
                || readsFloats
                        && KEEP_FLOATS.contains(node.operator())
                        && node.domain().isEmpty()) {
            floats.add(output);
        }
        if (!isCast || !readsFloats || !isJoined(input, output)) {
            kept.add(node);
            made.addAll(node.outputs());
        }
    }

    /** Gives both values one name, if that may be: what comes out keeps its own, and no other has it. */
    private boolean isJoined(String input, String output) {
        String source = name(input);
        if (!outputs.contains(output)) {
            names.put(output, source);
            return true;
        }
        if (!made.contains(source) || outputs.contains(source)) {
            return false;
        }
        names.put(source, output);
        return true;
    }

    private String name(String value) {
        String name = names.get(value);
        return name == null ? value : name(name);
    }
}
