package io.imageseg.image;

import java.util.stream.IntStream;

/**
 * The rows of a picture in strips that are worked on beside each other.
 *
 * @param count several for a core, since not all take the same time
 */
public record Strips(int rows, int count) {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** What is done with a strip. */
    @FunctionalInterface
    public interface Work {
        /** From a row up to the one before another. */
        void rows(int from, int to);
    }

    public static Strips of(int rows) {
        return new Strips(rows, Math.min(rows, 4 * CORES));
    }

    /** Returns when all are done. */
    public void forEach(Work work) {
        IntStream.range(0, count).parallel().forEach(i -> work.rows(first(i), first(i + 1)));
    }

    private int first(int strip) {
        return (int) ((long) rows * strip / count);
    }
}
