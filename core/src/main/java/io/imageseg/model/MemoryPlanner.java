package io.imageseg.model;

import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxNode;
import io.imageseg.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plans a run's memory: which values may lie in the same place, by when each is written and last read, and how low each may
 * lie. Offsets are chosen as in "greedy by size" of Pisarchyk and Lee, "Efficient Memory Management for Deep Neural Net
 * Inference" (arXiv:2001.03288).
 */
final class MemoryPlanner {
    /** Smaller values are left to ONNX Runtime. */
    private static final long LEAST = 1 << 16;

    /** The domain of operators on channels in blocks. */
    private static final String BLOCKED = "com.microsoft.nchwc";

    private static final int INPUTS_WITH_SUM = 4;

    private final Set<String> outputs;
    private final Map<String, Integer> read = new HashMap<>();
    private final Map<String, Tenancy> tenancies = new LinkedHashMap<>();

    private MemoryPlanner(OnnxNetwork network) {
        outputs = network.outputs().stream().map(OnnxValue::name).collect(Collectors.toSet());
    }

    /** Values that follow each other in the same place: each but the first is written over the one before as that is read. */
    private static final class Tenancy {
        private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
        private final long bytes;
        private final int first;
        private int last;
        private long offset;

        private Tenancy(long bytes, int first) {
            this.bytes = bytes;
            this.first = first;
        }

        private void add(String value, List<Long> shape, int lastRead) {
            shapes.put(value, shape);
            last = lastRead;
        }

        private boolean meets(Tenancy other) {
            return first <= other.last && other.first <= last;
        }

        private boolean overlaps(Tenancy other) {
            return offset < other.offset + other.bytes && other.offset < offset + bytes;
        }
    }

    /**
     * The plan of a network's runs; none where nodes hold graphs, since what those read is not seen.
     *
     * @param profile of one run
     * @throws ArithmeticException if a value is larger than memory can be
     */
    static MemoryPlan plan(OnnxNetwork network, RunProfile profile) {
        if (network.nodes().stream().anyMatch(OnnxNode::holdsGraph)) {
            return MemoryPlan.NONE;
        }
        MemoryPlanner planner = new MemoryPlanner(network);
        planner.follow(profile.steps());
        return new MemoryPlan(place(
                        planner.tenancies.values().stream().distinct().toList())
                .stream()
                .flatMap(tenancy -> tenancy.shapes.entrySet().stream()
                        .map(value -> new MemoryPlan.Place(value.getKey(), tenancy.offset, value.getValue())))
                .toList());
    }

    private void follow(List<RunProfile.Step> steps) {
        IntStream.range(0, steps.size())
                .forEach(now -> steps.get(now).node().inputs().forEach(value -> read.put(value, now)));
        IntStream.range(0, steps.size())
                .forEach(now -> steps.get(now).floats().forEach((value, shape) -> {
                    long bytes = MemoryPlan.bytes(shape);
                    if (bytes >= LEAST && !outputs.contains(value)) {
                        Tenancy tenancy = overwritten(steps.get(now).node()).stream()
                                .filter(operand -> lastRead(operand, now) == now)
                                .map(tenancies::get)
                                .filter(operand -> operand != null && operand.bytes == bytes)
                                .findFirst()
                                .orElseGet(() -> new Tenancy(bytes, now));
                        tenancy.add(value, shape, lastRead(value, now));
                        tenancies.put(value, tenancy);
                    }
                }));
    }

    private int lastRead(String value, int otherwise) {
        return read.getOrDefault(value, otherwise);
    }

    /** The operands that a node may write its result over: each of their elements is read before it is written. */
    private static List<String> overwritten(OnnxNode node) {
        if (node.domain().equals(BLOCKED) && node.inputs().size() == INPUTS_WITH_SUM) {
            return List.of(node.inputs().getLast());
        }
        return node.domain().isEmpty() && node.operator().equals("Add") ? node.inputs() : List.of();
    }

    /** The largest first, each as low as those allow that were placed before and are needed at the same time. */
    private static List<Tenancy> place(List<Tenancy> tenancies) {
        List<Tenancy> placed = new ArrayList<>();
        tenancies.stream()
                .sorted(Comparator.comparingLong((Tenancy one) -> -one.bytes).thenComparingInt(one -> one.first))
                .forEach(one -> {
                    for (Tenancy other : placed) {
                        if (one.meets(other) && one.overlaps(other)) {
                            one.offset = other.offset + other.bytes;
                        }
                    }
                    placed.add(one);
                    placed.sort(Comparator.comparingLong(other -> other.offset));
                });
        return placed;
    }
}
