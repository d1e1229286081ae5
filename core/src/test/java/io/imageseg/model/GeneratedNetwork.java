package io.imageseg.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tiny ONNX file, written by field number: an input of planes and outputs that are reckoned from it or always the same. */
public final class GeneratedNetwork {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int FREE = 0;

    private final int side;
    private byte[] graph;

    /** One that takes 1×3×side×side; of any extents if the side is 0. */
    public GeneratedNetwork(int side) {
        this.side = side;
        graph = join(text(2, "graph"), field(11, value("rgb", FLOAT, 1, 3, side, side)));
    }

    /** An output whose channel {@code c} is {@code weights[c] · RGB + bias[c]}. */
    public GeneratedNetwork convolution(String output, float[][] weights, float... bias) {
        float[] flat = new float[3 * weights.length];
        for (int c = 0; c < weights.length; c++) {
            System.arraycopy(weights[c], 0, flat, 3 * c, 3);
        }
        String w = output + "_w";
        String b = output + "_b";
        graph = join(
                graph,
                field(1, join(text(1, "rgb"), text(1, w), text(1, b), text(2, output), text(4, "Conv"))),
                field(5, tensor(w, FLOAT, bytes(flat), weights.length, 3, 1, 1)),
                field(5, tensor(b, FLOAT, bytes(bias), weights.length)),
                field(12, value(output, FLOAT, 1, weights.length, side, side)));
        return this;
    }

    /** An output that is always the same. */
    public GeneratedNetwork constant(String output, float[] values, long... shape) {
        return constant(output, FLOAT, bytes(values), shape);
    }

    /** An output of whole numbers that is always the same. */
    public GeneratedNetwork constant(String output, long[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return constant(output, INT64, raw.array(), shape);
    }

    private GeneratedNetwork constant(String output, int type, byte[] raw, long... shape) {
        String c = output + "_c";
        graph = join(
                graph,
                field(1, join(text(1, c), text(2, output), text(4, "Identity"))),
                field(5, tensor(c, type, raw, shape)),
                field(12, value(output, type, shape)));
        return this;
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, join(number(1, 8), field(7, graph), field(8, number(2, 15))));
    }

    private static byte[] bytes(float... values) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return raw.array();
    }

    private static byte[] tensor(String name, int type, byte[] raw, long... shape) {
        byte[] dimensions = {};
        for (long extent : shape) {
            dimensions = join(dimensions, number(1, extent));
        }
        return join(dimensions, number(2, type), text(8, name), field(9, raw));
    }

    private static byte[] value(String name, int type, long... shape) {
        byte[] dimensions = {};
        for (int i = 0; i < shape.length; i++) {
            byte[] extent = shape[i] == FREE ? text(2, "extent" + i) : number(1, shape[i]);
            dimensions = join(dimensions, field(1, extent));
        }
        byte[] tensor = join(number(1, type), field(2, dimensions));
        return join(text(1, name), field(2, field(1, tensor)));
    }

    private static byte[] text(int field, String value) {
        return field(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int field, byte[] value) {
        return join(varint(field << 3 | 2), varint(value.length), value);
    }

    private static byte[] number(int field, long value) {
        return join(varint(field << 3), varint(value));
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while (rest > 0x7f) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
