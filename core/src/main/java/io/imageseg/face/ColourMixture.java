package io.imageseg.face;

import java.util.stream.IntStream;

/**
 * What colours something has: a mixture of Gaussians in Lab, fitted by expectation and maximisation (Dempster et al.,
 * 1977) to weighted samples. Starts from equal shares of the samples in the order of lightness, so that the same samples
 * always give the same mixture.
 */
final class ColourMixture {
    private static final int ROUNDS = 8;
    private static final int MOST_SAMPLES = 1500;
    private static final int LEAST_SAMPLES_EACH = 20;

    /** Added to every variance: no colour is known better than this, in Lab squared. */
    private static final double REGULARISATION = 6;

    private final Gaussian[] components;

    private ColourMixture(Gaussian[] components) {
        this.components = components;
    }

    /**
     * Fits a mixture.
     *
     * @param lab all pixels, three values each
     * @param weights of all pixels; those of 0 are no samples
     * @param most how many components at most; fewer for few samples
     */
    static ColourMixture fit(float[] lab, float[] weights, int most) {
        int[] samples = samples(lab, weights);
        int count = Math.clamp(samples.length / LEAST_SAMPLES_EACH, 1, most);
        double[][] shares = new double[count][samples.length];
        for (int i = 0; i < samples.length; i++) {
            shares[i * count / samples.length][i] = 1;
        }
        Gaussian[] components = new Gaussian[count];
        for (int round = 0; round < ROUNDS; round++) {
            maximise(components, lab, weights, samples, shares);
            expect(components, lab, samples, shares);
        }
        return new ColourMixture(components);
    }

    /** Pixels with a weight, by lightness, thinned out evenly when there are too many. */
    private static int[] samples(float[] lab, float[] weights) {
        int[] all =
                IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
        int step = Math.max(1, all.length / MOST_SAMPLES);
        return IntStream.range(0, all.length / step)
                .map(i -> all[i * step])
                .boxed()
                .sorted((one, other) -> Float.compare(lab[3 * one], lab[3 * other]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void maximise(
            Gaussian[] components, float[] lab, float[] weights, int[] samples, double[][] shares) {
        double total = 0;
        for (int sample : samples) {
            total += weights[sample];
        }
        for (int k = 0; k < components.length; k++) {
            double[] sums = new double[10];
            for (int i = 0; i < samples.length; i++) {
                int at = 3 * samples[i];
                accumulate(sums, weights[samples[i]] * shares[k][i], lab[at], lab[at + 1], lab[at + 2]);
            }
            components[k] = Gaussian.of(sums, total, REGULARISATION);
        }
    }

    private static void accumulate(double[] sums, double w, double l, double a, double b) {
        sums[0] += w;
        sums[1] += w * l;
        sums[2] += w * a;
        sums[3] += w * b;
        sums[4] += w * l * l;
        sums[5] += w * l * a;
        sums[6] += w * l * b;
        sums[7] += w * a * a;
        sums[8] += w * a * b;
        sums[9] += w * b * b;
    }

    private static void expect(Gaussian[] components, float[] lab, int[] samples, double[][] shares) {
        for (int i = 0; i < samples.length; i++) {
            int at = 3 * samples[i];
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < components.length; k++) {
                shares[k][i] = components[k].logDensity(lab[at], lab[at + 1], lab[at + 2]);
                most = Math.max(most, shares[k][i]);
            }
            double sum = 0;
            for (int k = 0; k < components.length; k++) {
                shares[k][i] = Math.exp(shares[k][i] - most);
                sum += shares[k][i];
            }
            for (int k = 0; k < components.length; k++) {
                shares[k][i] /= sum;
            }
        }
    }

    /** The natural logarithm of the density at a colour. */
    float logDensity(float l, float a, float b) {
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (Gaussian component : components) {
            double log = component.logDensity(l, a, b);
            if (log > most) {
                sum = sum * Math.exp(most - log) + 1;
                most = log;
            } else {
                sum += Math.exp(log - most);
            }
        }
        return (float) (most + Math.log(sum));
    }
}
