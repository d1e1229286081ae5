package io.imageseg.own;

import java.util.List;

/**
 * How a network takes the pixels of a picture: it sees {@code (v / 255 − mean) / deviation}.
 *
 * @param mean of red, green and blue, 0 to 1
 * @param deviation of red, green and blue, above 0
 */
public record PixelFormat(PixelLayout layout, ColourOrder order, List<Double> mean, List<Double> deviation) {
    /** Planes of RGB from 0 to 1. */
    public static final PixelFormat PLAIN = of(PixelLayout.NCHW);

    /** @throws IllegalArgumentException if there are not three numbers, or a deviation is not above 0 */
    public PixelFormat {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != 3 || deviation.size() != 3) {
            throw new IllegalArgumentException(
                    "mean is %s and deviation is %s; each has three numbers".formatted(mean, deviation));
        }
        if (!deviation.stream().allMatch(value -> value > 0)) {
            throw new IllegalArgumentException("deviation is %s; each number must be above 0".formatted(deviation));
        }
    }

    /** RGB from 0 to 1. */
    public static PixelFormat of(PixelLayout layout) {
        return new PixelFormat(layout, ColourOrder.RGB, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    }
}
