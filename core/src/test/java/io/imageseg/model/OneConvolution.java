package io.imageseg.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tiny ONNX file, written by field number: channel {@code c} of its output is {@code weights[c] · RGB + bias[c]}. */
public final class OneConvolution {
    private static final int FLOAT = 1;
    private static final int FREE = 0;

    private OneConvolution() {}

    /** Planes in and out, for an input of free extents. */
    public static Path write(Path file, float[][] weights, float... bias) throws IOException {
        return write(file, FREE, weights, bias);
    }

    /** Planes in and out, for an input of {@code side} pixels a side. */
    public static Path write(Path file, int side, float[][] weights, float... bias) throws IOException {
        float[] flat = new float[3 * weights.length];
        for (int c = 0; c < weights.length; c++) {
            System.arraycopy(weights[c], 0, flat, 3 * c, 3);
        }
        byte[] convolution = join(text(1, "rgb"), text(1, "w"), text(1, "b"), text(2, "scores"), text(4, "Conv"));
        byte[] graph = join(
                field(1, convolution),
                text(2, "graph"),
                field(5, tensor("w", flat, weights.length, 3, 1, 1)),
                field(5, tensor("b", bias, weights.length)),
                field(11, value("rgb", 1, 3, side, side)),
                field(12, value("scores", 1, weights.length, side, side)));
        return Files.write(file, join(number(1, 8), field(7, graph), field(8, number(2, 15))));
    }

    private static byte[] tensor(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        byte[] dimensions = {};
        for (long extent : shape) {
            dimensions = join(dimensions, number(1, extent));
        }
        return join(dimensions, number(2, FLOAT), text(8, name), field(9, raw.array()));
    }

    private static byte[] value(String name, long... shape) {
        byte[] dimensions = {};
        for (int i = 0; i < shape.length; i++) {
            byte[] extent = shape[i] == FREE ? text(2, "extent" + i) : number(1, shape[i]);
            dimensions = join(dimensions, field(1, extent));
        }
        byte[] tensor = join(number(1, FLOAT), field(2, dimensions));
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
