package io.imageseg.own;

import io.imageseg.model.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Probabilities of many classes, or what softmax makes of them, read where the network left them. */
record PixelScores(FloatBuffer values, PixelLayout layout, int channels, int width, int height) {
    private static final float TOLERANCE = .01f;

    /**
     * What a name has, of every pixel.
     *
     * @param probability of all its classes together
     * @param lead how it stands against the likeliest other: p / (p + q), above one half where it is likelier
     */
    record Planes(float[] probability, float[] lead) {}

    /** @throws IllegalArgumentException if the output is not of the layout */
    static PixelScores of(Tensor output, PixelLayout layout) {
        long[] shape = output.shape();
        int outer = shape.length - 3;
        if (outer < 0 || !Arrays.stream(shape).limit(outer).allMatch(extent -> extent == 1)) {
            throw new IllegalArgumentException("its output is of the shape %s; with the layout %s it must be %s"
                    .formatted(Arrays.toString(shape), layout, Arrays.toString(layout.shape(-1, -1, -1))));
        }
        return new PixelScores(
                output.values(),
                layout,
                (int) shape[outer + layout.channels()],
                (int) shape[outer + layout.width()],
                (int) shape[outer + layout.height()]);
    }

    String described() {
        return "its output has %d channels with the layout %s".formatted(channels, layout);
    }

    /** What each name that is looked for has. */
    Map<ThingName, Planes> of(IntFunction<Optional<ThingName>> names) {
        Map<ThingName, Planes> found = new EnumMap<>(ThingName.class);
        int[] groups = new int[channels];
        for (int c = 0; c < channels; c++) {
            Optional<ThingName> name = names.apply(c);
            name.ifPresent(
                    one -> found.computeIfAbsent(one, _ -> new Planes(new float[pixels()], new float[pixels()])));
            groups[c] = name.map(ThingName::ordinal).orElse(ThingName.values().length + c);
        }
        boolean sure = channels == 1 || sumToOne();
        float[] sums = new float[ThingName.values().length + channels];
        for (int i = 0; i < pixels(); i++) {
            Arrays.fill(sums, 0);
            addUp(i, sure, groups, sums);
            fill(i, sums, found);
        }
        return found;
    }

    private int pixels() {
        return width * height;
    }

    private float at(int channel, int pixel) {
        return values.get(layout == PixelLayout.NCHW ? channel * pixels() + pixel : pixel * channels + channel);
    }

    private boolean sumToOne() {
        for (int i = 0; i < pixels(); i++) {
            float sum = 0;
            for (int c = 0; c < channels; c++) {
                float value = at(c, i);
                if (value < -TOLERANCE) {
                    return false;
                }
                sum += value;
            }
            if (Math.abs(sum - 1) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private void addUp(int pixel, boolean sure, int[] groups, float[] sums) {
        if (sure) {
            for (int c = 0; c < channels; c++) {
                sums[groups[c]] += Math.clamp(at(c, pixel), 0, 1);
            }
            return;
        }
        float most = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < channels; c++) {
            most = Math.max(most, at(c, pixel));
        }
        double total = 0;
        for (int c = 0; c < channels; c++) {
            double value = Math.exp(at(c, pixel) - most);
            total += value;
            sums[groups[c]] += (float) value;
        }
        for (int g = 0; g < sums.length; g++) {
            sums[g] = (float) (sums[g] / total);
        }
    }

    private void fill(int pixel, float[] sums, Map<ThingName, Planes> found) {
        found.forEach((name, planes) -> {
            float own = sums[name.ordinal()];
            float other = channels == 1 ? 1 - own : 0;
            for (int g = 0; g < sums.length; g++) {
                other = g == name.ordinal() ? other : Math.max(other, sums[g]);
            }
            planes.probability[pixel] = own;
            planes.lead[pixel] = own / Math.max(own + other, Float.MIN_NORMAL);
        });
    }
}
