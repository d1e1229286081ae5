package io.imageseg.model;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * What a network gives: 32-bit floats in row-major order.
 *
 * @param shape the extent of every dimension, outermost first
 * @param values position 0, as many as the shape holds; valid until the network's next run
 */
public record Tensor(long[] shape, FloatBuffer values) {
    public Tensor {
        if (count(shape) != values.remaining()) {
            throw new IllegalArgumentException(
                    "%d values do not fill the shape %s".formatted(values.remaining(), Arrays.toString(shape)));
        }
    }

    /** How many values a shape holds. */
    static long count(long... shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }
}
