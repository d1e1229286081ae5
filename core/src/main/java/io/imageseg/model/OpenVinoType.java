package io.imageseg.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** The types of values that are read, of {@code ov_element_type_e}. */
enum OpenVinoType {
    F32(4, Float.BYTES),
    I32(9, Integer.BYTES),
    I64(10, Long.BYTES);

    static final String ALLOWED =
            "its input must be a float tensor and its outputs tensors of floats or of whole numbers";

    private final int code;
    private final int bytes;

    OpenVinoType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if it is none of these */
    static OpenVinoType of(int code) {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(ALLOWED));
    }

    int code() {
        return code;
    }

    /** A copy of {@code count} values as floats. */
    FloatBuffer copy(MemorySegment data, int count) {
        MemorySegment values = data.reinterpret((long) bytes * count);
        FloatBuffer floats = FloatBuffer.allocate(count);
        for (int i = 0; i < count; i++) {
            floats.put(
                    i,
                    switch (this) {
                        case F32 -> values.getAtIndex(ValueLayout.JAVA_FLOAT, i);
                        case I32 -> values.getAtIndex(ValueLayout.JAVA_INT, i);
                        case I64 -> values.getAtIndex(ValueLayout.JAVA_LONG, i);
                    });
        }
        return floats;
    }
}
