package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.Strands;
import io.imageseg.image.Floats;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

/** Composites of known alpha, and mattes of them that cannot tell strands. */
class ColourMattingTest {
    private static final int[] BROWN = {110, 70, 40};
    private static final int[] GREEN = {90, 200, 110};

    @Test
    void findsStrandsThatTheMatteHasBlurred() {
        try (PointerScope _ = new PointerScope()) {
            Mat exact = Strands.alpha(16);
            Mat matte = Strands.blurred(exact, 1.5);
            Mat matted = ColourMatting.of(Strands.picture(exact, BROWN, GREEN), matte);
            assertThat(Strands.difference(matted, exact)).isLessThan(.5 * Strands.difference(matte, exact));
        }
    }

    @Test
    void restoresALinearRamp() {
        try (PointerScope _ = new PointerScope()) {
            Mat exact = ramp(290, 6);
            Mat matte = ramp(287, 8);
            Mat matted = ColourMatting.of(Strands.picture(exact, BROWN, GREEN), matte);
            assertThat(Strands.difference(matted, exact)).isLessThan(.6 * Strands.difference(matte, exact));
        }
    }

    @Test
    void leavesASharpEdgeAsItIs() {
        try (PointerScope _ = new PointerScope()) {
            Mat exact = Strands.alpha(0);
            Mat matte = Strands.blurred(exact, .6);
            Mat matted = ColourMatting.of(Strands.picture(exact, BROWN, GREEN), matte);
            assertThat(Strands.difference(matted, matte)).isZero();
        }
    }

    @Test
    void leavesTheMatteWhereBothColoursAreTheSame() {
        try (PointerScope _ = new PointerScope()) {
            Mat exact = Strands.alpha(16);
            Mat matte = Strands.blurred(exact, 1.5);
            Mat matted = ColourMatting.of(Strands.picture(exact, BROWN, BROWN), matte);
            assertThat(Strands.difference(matted, matte)).isLessThan(.1 * Strands.difference(matte, exact));
        }
    }

    @Test
    void leavesAMatteWithoutAnyOutside() {
        try (PointerScope _ = new PointerScope()) {
            Mat full = ramp(-100, 1);
            Mat matted = ColourMatting.of(Strands.picture(full, BROWN, GREEN), full);
            assertThat(Strands.difference(matted, full)).isZero();
        }
    }

    private static Mat ramp(int from, int pixels) {
        float[] alpha = new float[Strands.SIDE * Strands.SIDE];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = Math.clamp((i % Strands.SIDE - from) / (float) pixels, 0, 1);
        }
        return Floats.mat(alpha, Strands.SIDE, Strands.SIDE);
    }
}
