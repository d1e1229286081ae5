package io.imageseg.matte;

/**
 * What several lines of colours say about one pixel, each weighed by how sure it is. Used again for every pixel of a row,
 * by one thread.
 */
final class ColourJudgement {
    private static final double SUREST = 1e-9;

    private int count;
    private double alphas;
    private double weights;

    void clear() {
        count = 0;
        alphas = 0;
        weights = 0;
    }

    void add(double alpha, double variance) {
        double weight = 1 / Math.max(variance, SUREST);
        count++;
        alphas += weight * alpha;
        weights += weight;
    }

    /** The mean with what was thought before, which is as sure as its variance says. */
    double settled(double before, double variance) {
        double share = variance / (variance + count / weights);
        return before + share * (alphas / weights - before);
    }
}
