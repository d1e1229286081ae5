package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.image.Floats;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class TrimapTest {
    private static final int SIDE = 300;

    /** Opaque from the column on, with a ramp of so many pixels before it. */
    private static Mat ramp(int from, int pixels) {
        float[] alpha = new float[SIDE * SIDE];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = Math.clamp((i % SIDE - from) / (float) pixels, 0, 1);
        }
        return Floats.mat(alpha, SIDE, SIDE);
    }

    private static float at(Mat map, int x) {
        return Floats.of(map)[SIDE / 2 * SIDE + x];
    }

    @Test
    void isSureOfWhatIsOpaqueOrClearAwayFromTheEdge() {
        try (PointerScope _ = new PointerScope()) {
            Trimap trimap = Trimap.of(ramp(140, 20));
            assertThat(trimap.cell()).isEqualTo(1);
            assertThat(at(trimap.background(), 100)).isEqualTo(1);
            assertThat(at(trimap.foreground(), 200)).isEqualTo(1);
            assertThat(at(trimap.unknown(), 100)).isZero();
            assertThat(at(trimap.unknown(), 200)).isZero();
        }
    }

    @Test
    void knowsNothingOfTheTransitionAndOfWhatIsNextToIt() {
        try (PointerScope _ = new PointerScope()) {
            Trimap trimap = Trimap.of(ramp(140, 20));
            for (int x : new int[] {142, 150, 158, 160}) {
                assertThat(at(trimap.unknown(), x)).as("column %d", x).isEqualTo(1);
                assertThat(at(trimap.foreground(), x) + at(trimap.background(), x))
                        .isZero();
            }
        }
    }

    @Test
    void isNoLargerForALargePicture() {
        try (PointerScope _ = new PointerScope()) {
            Trimap trimap = Trimap.of(new Mat(900, 3000, org.bytedeco.opencv.global.opencv_core.CV_32FC1));
            assertThat(trimap.cell()).isEqualTo(10);
            assertThat(trimap.unknown().cols()).isEqualTo(300);
            assertThat(trimap.unknown().rows()).isEqualTo(90);
        }
    }
}
