package io.imageseg.model;

import java.util.List;

/**
 * The shape of an input or output as a network declares it.
 *
 * @param values outermost first; −1 where any extent is taken
 */
record Extents(List<Long> values) {
    private static final long MOST_VALUES = Integer.MAX_VALUE / Float.BYTES;

    /** Whether an input of this shape is taken and fits into one buffer. */
    boolean take(long... shape) {
        if (shape.length != values.size()) {
            return false;
        }
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            long extent = values.get(i);
            if (shape[i] <= 0 || extent >= 0 && extent != shape[i] || shape[i] > MOST_VALUES / count) {
                return false;
            }
            count *= shape[i];
        }
        return true;
    }

    /** Whether it is the same in every run, and holds anything. */
    boolean areFixed() {
        return !values.isEmpty() && values.stream().allMatch(extent -> extent > 0);
    }

    long[] toArray() {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
