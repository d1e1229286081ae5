package io.imageseg.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.image.Cutout;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class PrecisionGapTest {
    @Test
    void theDifferenceIsTheMeanOfAlphaAlone() {
        try (Cutout one = of(255, 0);
                Cutout other = of(255, 51)) {
            assertThat(PrecisionGap.difference(one, other)).isCloseTo(.2 / 4, within(1e-9));
            assertThat(PrecisionGap.difference(other, one)).isCloseTo(.2 / 4, within(1e-9));
            assertThat(PrecisionGap.difference(one, one)).isZero();
        }
    }

    /** Opaque but for a quarter; the colours are others wherever {@code alpha} is. */
    private static Cutout of(int opaque, int alpha) {
        Mat rgba = new Mat(8, 8, opencv_core.CV_8UC4, new Scalar(alpha, 0, alpha, opaque));
        new Mat(rgba, new Rect(0, 0, 4, 4)).put(new Scalar(9, alpha, 9, alpha));
        return new Cutout(rgba);
    }
}
