package io.imageseg.bench.figure;

import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What was measured again and again, in one unit.
 *
 * @param sorted the least first, at least one
 */
public record Samples(List<Double> sorted) {
    public Samples {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = sorted.stream().sorted().toList();
    }

    public static Samples of(Collection<Double> values) {
        return new Samples(List.copyOf(values));
    }

    public static Samples of(double... values) {
        return new Samples(DoubleStream.of(values).boxed().toList());
    }

    /**
     * The least of them that at least {@code percent} of a hundred do not exceed (nearest rank), so always one of them.
     *
     * @param percent above 0, up to 100
     */
    public double percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is above 0 and up to 100, not " + percent);
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    public double median() {
        return percentile(50);
    }

    public double mean() {
        return sorted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
