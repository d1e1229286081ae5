package io.imageseg.onnx;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A tensor that is a part of a network: its name, shape and values ({@code TensorProto}). */
public record OnnxTensor(OnnxMessage message) {
    public static final long FLOAT = 1;
    public static final long FLOAT16 = 10;
    private static final long INT64 = 7;

    private static final int EXTENT = 1;
    private static final int TYPE = 2;
    private static final int NAME = 8;
    private static final int RAW = 9;
    private static final int EXTERNAL = 13;
    private static final int EXTERNAL_KEY = 1;
    private static final int EXTERNAL_VALUE = 2;

    /** Where in another file the values of a tensor lie, in bytes. */
    public record Elsewhere(long offset, long length) {}

    /**
     * @param type a number of {@code TensorProto.DataType}
     * @param raw the values, little-endian, in parts that follow each other
     */
    public static OnnxTensor of(String name, long type, List<Long> shape, List<MemorySegment> raw) {
        List<OnnxField> fields = new ArrayList<>();
        shape.forEach(extent -> fields.add(OnnxField.of(EXTENT, extent)));
        fields.add(OnnxField.of(TYPE, type));
        fields.add(OnnxField.of(NAME, name));
        fields.add(OnnxField.of(RAW, raw));
        return new OnnxTensor(new OnnxMessage(fields));
    }

    /** One of floats. */
    static OnnxTensor ofFloats(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        List<Long> extents = Arrays.stream(shape).boxed().toList();
        return of(name, FLOAT, extents, List.of(MemorySegment.ofArray(raw.array())));
    }

    /** A row of whole numbers. */
    static OnnxTensor ofIntegers(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return of(name, INT64, List.of((long) values.length), List.of(MemorySegment.ofArray(raw.array())));
    }

    public String name() {
        return message.text(NAME);
    }

    /** A number of {@code TensorProto.DataType}; 0 if none is given. */
    public long type() {
        return message.values(TYPE).stream().findFirst().orElse(0L);
    }

    public List<Long> shape() {
        return message.values(EXTENT);
    }

    /** The values as they lie in the file, little-endian; empty if they are written as numbers or lie in another file. */
    public Optional<MemorySegment> raw() {
        return message.bytes(RAW).stream().findFirst();
    }

    /**
     * Where in another file the values lie, if they do.
     *
     * @throws NumberFormatException if that is not told in numbers
     */
    public Optional<Elsewhere> elsewhere() {
        Map<String, String> told = message.messages(EXTERNAL).stream()
                .collect(Collectors.toMap(one -> one.text(EXTERNAL_KEY), one -> one.text(EXTERNAL_VALUE)));
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Elsewhere(
                        Long.parseLong(told.getOrDefault("offset", "0")),
                        Long.parseLong(told.getOrDefault("length", ""))));
    }

    /** With other values of another type. */
    public OnnxTensor with(long type, MemorySegment raw) {
        return new OnnxTensor(message.with(OnnxField.of(TYPE, type)).with(OnnxField.of(RAW, List.of(raw))));
    }
}
