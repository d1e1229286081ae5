package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;

import io.imageseg.image.Box;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A matte of 100×60 with a large part in the middle, a fainter one beside it, and a small one in the corner. */
class ComponentsTest {
    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    private static Mat matte() {
        Mat matte = new Mat(60, 100, CV_32FC1, Scalar.all(0));
        new Mat(matte, new Rect(40, 20, 20, 20)).put(Scalar.all(1));
        new Mat(matte, new Rect(70, 20, 20, 20)).put(Scalar.all(.5));
        new Mat(matte, new Rect(0, 0, 4, 4)).put(Scalar.all(1));
        return matte;
    }

    @Test
    void partsAreWhatHangsTogetherAboveTheLevel() {
        assertThat(Components.of(matte(), .3).parts()).hasSize(3);
        assertThat(Components.of(matte(), .8).parts())
                .extracting(Components.Component::box)
                .containsExactlyInAnyOrder(new Box(40, 20, 20, 20), new Box(0, 0, 4, 4));
    }

    @Test
    void aPartWeighsItsAreaTimesItsCertaintySquared() {
        assertThat(Components.of(matte(), .3).parts())
                .extracting(Components.Component::weight)
                .containsExactlyInAnyOrder(400.0, 100.0, 16.0);
    }

    @Test
    void whatIsFarFromTheCentreScoresLess() {
        Components.Component middle = Components.of(matte(), .8).parts().stream()
                .filter(part -> part.weight() == 400)
                .findFirst()
                .orElseThrow();
        assertThat(middle.offCentre()).isCloseTo(0, within(1e-3));
        Components.Component corner = new Components.Component(1, Box.whole(1, 1), 400, .5);
        assertThat(corner.score(2)).isCloseTo(400 / Math.E, within(1e-6)).isLessThan(middle.score(2));
    }

    @Test
    void partsFarBelowTheBestAreDropped() {
        assertThat(Components.of(matte(), .3).atLeast(.2, 0).parts()).hasSize(2);
        assertThat(Components.of(matte(), .3).atLeast(.2, 0).box()).isEqualTo(new Box(40, 20, 50, 20));
        assertThat(Components.of(matte(), .3).atLeast(1, 0).parts()).hasSize(1);
    }

    @Test
    void theMaskHoldsAllPartsAndTouchingThoseThatShareAPixel() {
        Components parts = Components.of(matte(), .3);
        assertThat(countNonZero(parts.mask())).isEqualTo(400 + 400 + 16);
        Mat other = new Mat(60, 100, CV_8UC1, Scalar.all(0));
        new Mat(other, new Rect(89, 39, 1, 1)).put(Scalar.all(255));
        assertThat(countNonZero(parts.touching(other))).isEqualTo(400);
    }

    @Test
    void anEmptyMatteHasNone() {
        Components none = Components.of(new Mat(60, 100, CV_32FC1, Scalar.all(.2)), .3);
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.atLeast(.1, 1).isEmpty()).isTrue();
        assertThat(countNonZero(none.mask())).isZero();
    }
}
