package io.imageseg.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ColourMixtureTest {
    /** 200 skin colours about (70, 15, 20), then 100 hair colours about (20, 5, 5), each one wide in every direction. */
    private static final float[] LAB = lab();

    private static float[] lab() {
        Random random = new Random(7);
        float[] lab = new float[3 * 300];
        for (int i = 0; i < 300; i++) {
            boolean skin = i < 200;
            lab[3 * i] = (float) ((skin ? 70 : 20) + random.nextGaussian());
            lab[3 * i + 1] = (float) ((skin ? 15 : 5) + random.nextGaussian());
            lab[3 * i + 2] = (float) ((skin ? 20 : 5) + random.nextGaussian());
        }
        return lab;
    }

    private static float[] weights(double skin, double hair) {
        float[] weights = new float[300];
        for (int i = 0; i < 300; i++) {
            weights[i] = (float) (i < 200 ? skin : hair);
        }
        return weights;
    }

    @Test
    void aGaussiansDensityIsThatOfTheTextbook() {
        // Means 1, 2, 3; covariance [4 1 0; 1 3 .5; 0 .5 2], the last of 1 added by the regularisation.
        double[] sums = {10, 10, 20, 30, 40, 30, 30, 60, 65, 100};
        Gaussian gaussian = Gaussian.of(sums, 20, 1);
        double determinant = 4 * (3 * 2 - .25) - (2 - 0);
        // At a distance of (1, 0, 0) only the first entry of the inverse counts.
        double distance = (3 * 2 - .25) / determinant;
        double expected = Math.log(.5) - .5 * distance - .5 * Math.log(determinant) - 1.5 * Math.log(2 * Math.PI);
        assertThat(gaussian.logDensity(2, 2, 3)).isCloseTo(expected, within(1e-5));
    }

    @Test
    void oneComponentIsTheNormalDistributionOfItsSamples() {
        ColourMixture skin = ColourMixture.fit(LAB, weights(1, 0), 1);
        // About (70, 15, 20) with variances of 1 and the regularisation of 6.
        double peak = -1.5 * Math.log(2 * Math.PI) - 1.5 * Math.log(7);
        assertThat((double) skin.logDensity(70, 15, 20)).isCloseTo(peak, within(.1));
        assertThat((double) skin.logDensity(77, 15, 20)).isCloseTo(peak - .5 * 49 / 7, within(.3));
    }

    @Test
    void twoComponentsShareTheDensityByTheirWeights() {
        ColourMixture both = ColourMixture.fit(LAB, weights(1, 1), 2);
        double peak = -1.5 * Math.log(2 * Math.PI) - 1.5 * Math.log(7);
        assertThat((double) both.logDensity(70, 15, 20)).isCloseTo(peak + Math.log(2 / 3.0), within(.15));
        assertThat((double) both.logDensity(20, 5, 5)).isCloseTo(peak + Math.log(1 / 3.0), within(.15));
        assertThat(both.logDensity(45, 10, 12)).as("between the two").isLessThan(-20);
    }

    @Test
    void samplesWithoutWeightDoNotCount() {
        ColourMixture skin = ColourMixture.fit(LAB, weights(1, 0), 3);
        assertThat(skin.logDensity(20, 5, 5)).isLessThan(-50);
    }

    @Test
    void theSameSamplesGiveTheSameMixture() {
        float once = ColourMixture.fit(LAB, weights(1, .5), 3).logDensity(60, 12, 15);
        assertThat(ColourMixture.fit(LAB, weights(1, .5), 3).logDensity(60, 12, 15))
                .isEqualTo(once);
    }

    @Test
    void fewSamplesMakeFewComponentsAndNoneMakeNoNumbersThatAreNone() {
        float[] one = new float[300];
        one[0] = 1;
        assertThat(ColourMixture.fit(LAB, one, 4).logDensity(70, 15, 20)).isFinite();
        assertThat(ColourMixture.fit(LAB, new float[300], 4).logDensity(70, 15, 20))
                .isNotNaN();
    }
}
