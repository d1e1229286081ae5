package io.imageseg.detect;

import io.imageseg.image.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;

/** Non-maximum suppression: of findings that mean the same thing, the surest stays. */
public final class Suppression {
    private Suppression() {}

    /** The findings, surest first, without those that mean the same as a surer one. */
    public static <T> List<T> surest(List<T> found, ToDoubleFunction<T> score, BiPredicate<T, T> same) {
        List<T> kept = new ArrayList<>();
        found.stream().sorted(Comparator.comparingDouble(score).reversed()).forEach(candidate -> {
            if (kept.stream().noneMatch(surer -> same.test(surer, candidate))) {
                kept.add(candidate);
            }
        });
        return List.copyOf(kept);
    }

    /** How much of the smaller region lies in the larger, 0 to 1. */
    static double containment(Region one, Region other) {
        return one.shared(other) / Math.min(one.area(), other.area());
    }
}
