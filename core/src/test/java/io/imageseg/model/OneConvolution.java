package io.imageseg.model;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Objects;

/** A tiny ONNX file: channel {@code c} of its output, {@code scores}, is {@code weights[c] · RGB + bias[c]}. */
public final class OneConvolution {
    private OneConvolution() {}

    /** Planes in and out, for an input of free extents. */
    public static Path write(Path file, float[][] weights, float... bias) throws IOException {
        return write(file, 0, weights, bias);
    }

    /** Planes in and out, for an input of {@code side} pixels a side. */
    public static Path write(Path file, int side, float[][] weights, float... bias) throws IOException {
        return new GeneratedNetwork(side).convolution("scores", weights, bias).write(file);
    }

    /** What such a network with an input of 8×8 makes of a pixel whose colours are 1, in the first channel. */
    static float ofOnes(Network network) {
        FloatBuffer input = network.input(1, 3, 8, 8);
        while (input.hasRemaining()) {
            input.put(1);
        }
        return Objects.requireNonNull(network.run("scores").get("scores"))
                .values()
                .get(0);
    }
}
