package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.image.Floats;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Samples of two values and a constant 1; one class lies about (2, 1), the other about (−2, −1). */
class RidgeClassifierTest {
    private static final int SAMPLES = 120;

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    /** Every third sample is of the first class. */
    private static boolean isFirst(int sample) {
        return sample % 3 == 0;
    }

    private static float[] features(double spread) {
        Random random = new Random(3);
        float[] features = new float[3 * SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            int side = isFirst(i) ? 1 : -1;
            features[3 * i] = (float) (2 * side + spread * random.nextGaussian());
            features[3 * i + 1] = (float) (side + spread * random.nextGaussian());
            features[3 * i + 2] = 1;
        }
        return features;
    }

    private static float[] labels(int known) {
        float[] labels = new float[SAMPLES];
        for (int i = 0; i < known; i++) {
            labels[i] = isFirst(i) ? 1 : -1;
        }
        return labels;
    }

    @Test
    void tellsTwoClustersApartAndJudgesTheRowsThatHaveNoLabel() {
        float[] judged = RidgeClassifier.judge(Floats.mat(features(.5), 3, SAMPLES), labels(60), .01);
        for (int i = 0; i < SAMPLES; i++) {
            assertThat(judged[i] > 0).as("sample %d", i).isEqualTo(isFirst(i));
        }
    }

    @Test
    void givesTheLabelsBackWhereTheClustersArePoints() {
        float[] judged = RidgeClassifier.judge(Floats.mat(features(0), 3, SAMPLES), labels(SAMPLES), 1e-4);
        for (int i = 0; i < SAMPLES; i++) {
            assertThat(judged[i]).isCloseTo(isFirst(i) ? 1 : -1, within(.01f));
        }
    }

    @Test
    void theLargerClassDoesNotOutweighTheSmaller() {
        float[] features = new float[3 * SAMPLES];
        float[] onlyConstant = labels(SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            features[3 * i + 2] = 1;
        }
        float[] judged = RidgeClassifier.judge(Floats.mat(features, 3, SAMPLES), onlyConstant, .01);
        assertThat(judged[0]).as("nothing tells them apart").isCloseTo(0, within(1e-4f));
    }

    @Test
    void aLargePenaltyMakesItHesitate() {
        float[] judged = RidgeClassifier.judge(Floats.mat(features(0), 3, SAMPLES), labels(SAMPLES), 100);
        assertThat(judged[0]).isBetween(.001f, .2f);
    }
}
