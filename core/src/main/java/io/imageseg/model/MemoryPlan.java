package io.imageseg.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where in one block of memory the larger values of a run lie. Those that are never needed at the same time may lie in the
 * same place, so the block is hardly larger than what a run needs at once; the memory that ONNX Runtime takes by itself is half
 * as large again, since small values lie where large ones would fit. The network that is run declares these values as outputs
 * and is given the memory for them with each run.
 */
record MemoryPlan(List<Place> places) {
    static final MemoryPlan NONE = new MemoryPlan(List.of());

    /** What the metadata of a network calls its plan. */
    private static final String KEY = "imageseg.memory";

    /** A line of a processor's cache. */
    static final long ALIGNMENT = 64;

    private static final int PARTS = 3;

    MemoryPlan {
        places = List.copyOf(places);
    }

    /**
     * Where a value of floats lies.
     *
     * @param offset in bytes, a multiple of 64
     */
    record Place(String value, long offset, List<Long> shape) {
        Place {
            shape = List.copyOf(shape);
        }

        long end() {
            return offset + bytes(shape);
        }
    }

    /** The size of the block. */
    long bytes() {
        return places.stream().mapToLong(Place::end).max().orElse(0);
    }

    /** What a value of floats takes, to where the next may begin. */
    static long bytes(List<Long> shape) {
        long bytes = shape.stream().reduce((long) Float.BYTES, Math::multiplyExact);
        return Math.addExact(bytes, ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** What the planned values are called. */
    Set<String> values() {
        return places.stream().map(Place::value).collect(Collectors.toSet());
    }

    /** The network with the plan among its metadata and the planned values among its outputs. */
    OnnxNetwork in(OnnxNetwork network) {
        List<OnnxValue> outputs = new ArrayList<>(network.outputs());
        places.forEach(place -> outputs.add(OnnxValue.ofFloats(place.value(), place.shape())));
        String text = places.stream().map(MemoryPlan::line).collect(Collectors.joining("\n"));
        return network.withOutputs(outputs).withMetadata(KEY, text);
    }

    private static String line(Place place) {
        String shape = place.shape().stream().map(String::valueOf).collect(Collectors.joining(","));
        return "%d %s %s".formatted(place.offset(), shape, place.value());
    }

    /**
     * The plan among a network's metadata, none if there is none.
     *
     * @throws IllegalArgumentException if it is not as {@link #in} writes it
     */
    static MemoryPlan of(OrtSession session) throws OrtException {
        return session.getMetadata()
                .getCustomMetadataValue(KEY)
                .map(text -> new MemoryPlan(text.lines().map(MemoryPlan::place).toList()))
                .orElse(NONE);
    }

    private static Place place(String line) {
        String[] parts = line.split(" ", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("its plan of memory cannot be read: " + line);
        }
        List<Long> shape = Arrays.stream(parts[1].split(",")).map(Long::valueOf).toList();
        return new Place(parts[2], Long.parseLong(parts[0]), shape);
    }
}
