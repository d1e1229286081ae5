package io.imageseg.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Reads the fields of a message one after the other; their contents are slices of it. */
final class WireReader {
    private final MemorySegment message;
    private long at;

    WireReader(MemorySegment message) {
        this.message = message;
    }

    boolean hasMore() {
        return at < message.byteSize();
    }

    /**
     * @throws IndexOutOfBoundsException if the message ends within the field
     * @throws IllegalArgumentException if it is of a type that is not known
     */
    OnnxField field() {
        long tag = varint();
        int type = (int) (tag & 7);
        return new OnnxField((int) (tag >>> 3), type, List.of(content(type)));
    }

    private MemorySegment content(int type) {
        return switch (type) {
            case OnnxField.VARINT -> {
                long from = at;
                varint();
                yield message.asSlice(from, at - from);
            }
            case OnnxField.EIGHT_BYTES -> next(Long.BYTES);
            case OnnxField.FOUR_BYTES -> next(Integer.BYTES);
            case OnnxField.LENGTH_DELIMITED -> next(varint());
            default -> throw new IllegalArgumentException("it is not an ONNX file");
        };
    }

    private MemorySegment next(long length) {
        MemorySegment next = message.asSlice(at, length);
        at += length;
        return next;
    }

    long varint() {
        long value = 0;
        byte next;
        int shift = 0;
        do {
            next = message.get(ValueLayout.JAVA_BYTE, at++);
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
