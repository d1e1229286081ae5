package io.imageseg.face;

import java.util.List;
import java.util.Optional;

/**
 * How a network that tells classes of pixels apart takes a picture and what its channels mean. It sees
 * {@code (RGB / 255 − mean) / deviation}, red first.
 *
 * @param classes the name of each channel of the output, in its order; channels of one name are added
 * @param mean of red, green and blue, 0 to 1
 * @param deviation of red, green and blue, above 0
 * @param output the name of the output; the file's first if empty
 */
public record ClassFormat(
        List<String> classes, PixelLayout layout, List<Double> mean, List<Double> deviation, Optional<String> output) {
    /** @throws IllegalArgumentException if there is no class, or not three numbers, or a deviation not above 0 */
    public ClassFormat {
        classes = List.copyOf(classes);
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("classes is empty; it names every channel of the output");
        }
        if (mean.size() != 3 || deviation.size() != 3) {
            throw new IllegalArgumentException(
                    "mean is %s and deviation is %s; each has three numbers".formatted(mean, deviation));
        }
        if (!deviation.stream().allMatch(value -> value > 0)) {
            throw new IllegalArgumentException("deviation is %s; each number must be above 0".formatted(deviation));
        }
    }

    /** A format of planes of RGB 0..1 and the first output. */
    public static ClassFormat of(String... classes) {
        return new ClassFormat(
                List.of(classes), PixelLayout.NCHW, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), Optional.empty());
    }
}
