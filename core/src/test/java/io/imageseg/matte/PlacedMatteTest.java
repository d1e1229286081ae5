package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

/** Mattes with places divide pixels among themselves. */
class PlacedMatteTest {
    private static PlacedMatte filled(Box place, double value) {
        return new PlacedMatte(place, matte(place, value), 1);
    }

    private static Matte matte(Box box, double value) {
        try (Scalar all = Scalar.all(value)) {
            return new Matte(new Mat(box.height(), box.width(), opencv_core.CV_32FC1, all));
        }
    }

    @Test
    void leavesToAnotherWhatItCovers() {
        try (PlacedMatte behind = filled(new Box(0, 0, 10, 10), 1);
                PlacedMatte before = filled(new Box(6, 5, 20, 20), 1)) {
            behind.yieldTo(before);
            assertThat(behind.area()).isCloseTo(100 - 4 * 5, within(1e-6));
            assertThat(before.area()).isCloseTo(400, within(1e-6));
        }
    }

    @Test
    void leavesTheRestOfAPixelThatAnotherHalfCovers() {
        try (PlacedMatte behind = filled(new Box(0, 0, 10, 10), 1);
                PlacedMatte before = filled(new Box(0, 0, 10, 10), .25)) {
            behind.yieldTo(before);
            assertThat(behind.area()).isCloseTo(75, within(1e-4));
        }
    }

    @Test
    void keepsAllBesideAnother() {
        try (PlacedMatte one = filled(new Box(0, 0, 10, 10), 1);
                PlacedMatte other = filled(new Box(10, 0, 10, 10), 1)) {
            one.yieldTo(other);
            assertThat(one.area()).isCloseTo(100, within(1e-6));
        }
    }

    @Test
    void fillsItsPlace() {
        try (Matte matte = matte(new Box(0, 0, 3, 3), 1)) {
            assertThatThrownBy(() -> new PlacedMatte(new Box(0, 0, 3, 4), matte, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("3×3");
        }
    }
}
