package io.imageseg.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of a network's outputs as its ONNX file has them, in its order. OpenVINO knows them beside other names, and
 * gives any of them. Read by the field numbers of onnx.proto3, without the weights.
 */
final class OnnxOutputs {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_OUTPUT = 12;
    private static final int VALUE_NAME = 1;
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;

    private OnnxOutputs() {}

    /** @throws IllegalArgumentException if it is no ONNX file */
    static List<String> names(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file)) {
            MemorySegment model = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            List<String> names = new ArrayList<>();
            for (MemorySegment graph : fields(model, MODEL_GRAPH)) {
                for (MemorySegment output : fields(graph, GRAPH_OUTPUT)) {
                    fields(output, VALUE_NAME)
                            .forEach(name ->
                                    names.add(new String(name.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8)));
                }
            }
            return names;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("it is not an ONNX file", e);
        }
    }

    /** What a message holds under a number, each a slice of it. */
    private static List<MemorySegment> fields(MemorySegment message, int number) {
        List<MemorySegment> found = new ArrayList<>();
        long[] at = {0};
        while (at[0] < message.byteSize()) {
            long tag = varint(message, at);
            switch ((int) (tag & 7)) {
                case VARINT -> varint(message, at);
                case EIGHT_BYTES -> at[0] += Long.BYTES;
                case FOUR_BYTES -> at[0] += Integer.BYTES;
                case LENGTH_DELIMITED -> {
                    long length = varint(message, at);
                    MemorySegment field = message.asSlice(at[0], length);
                    if (tag >>> 3 == number) {
                        found.add(field);
                    }
                    at[0] += length;
                }
                default -> throw new IllegalArgumentException("it is not an ONNX file");
            }
        }
        return found;
    }

    private static long varint(MemorySegment message, long[] at) {
        long value = 0;
        byte next;
        int shift = 0;
        do {
            next = message.get(ValueLayout.JAVA_BYTE, at[0]++);
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
