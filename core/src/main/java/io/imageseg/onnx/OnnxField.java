package io.imageseg.onnx;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a message in the wire format of protocol buffers.
 *
 * @param number as onnx.proto3 numbers it
 * @param type the wire type
 * @param content what stands behind the tag and, of a field that has one, the length: parts that follow each other
 */
public record OnnxField(int number, int type, List<MemorySegment> content) {
    static final int VARINT = 0;
    static final int EIGHT_BYTES = 1;
    static final int LENGTH_DELIMITED = 2;
    static final int FOUR_BYTES = 5;

    public OnnxField {
        content = List.copyOf(content);
    }

    public static OnnxField of(int number, long value) {
        return new OnnxField(number, VARINT, List.of(varint(value)));
    }

    public static OnnxField of(int number, String text) {
        return of(number, List.of(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8))));
    }

    public static OnnxField of(int number, OnnxMessage message) {
        return of(number, message.parts());
    }

    /** Bytes, in parts that follow each other. */
    public static OnnxField of(int number, List<MemorySegment> bytes) {
        return new OnnxField(number, LENGTH_DELIMITED, bytes);
    }

    long length() {
        return content.stream().mapToLong(MemorySegment::byteSize).sum();
    }

    /** The field as it stands in a message. */
    List<MemorySegment> parts() {
        List<MemorySegment> parts = new ArrayList<>();
        parts.add(varint((long) number << 3 | type));
        if (type == LENGTH_DELIMITED) {
            parts.add(varint(length()));
        }
        parts.addAll(content);
        return parts;
    }

    /** What is read, in one part: a slice of the file, else a copy. */
    MemorySegment bytes() {
        if (content.size() == 1) {
            return content.getFirst();
        }
        MemorySegment joined = MemorySegment.ofArray(new byte[Math.toIntExact(length())]);
        long at = 0;
        for (MemorySegment part : content) {
            MemorySegment.copy(part, 0, joined, at, part.byteSize());
            at += part.byteSize();
        }
        return joined;
    }

    String text() {
        return new String(bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** The numbers it holds: one, or those packed into it. */
    List<Long> values() {
        WireReader reader = new WireReader(bytes());
        List<Long> values = new ArrayList<>();
        while (reader.hasMore()) {
            values.add(reader.varint());
        }
        return values;
    }

    private static MemorySegment varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return MemorySegment.ofArray(bytes.toByteArray());
    }
}
