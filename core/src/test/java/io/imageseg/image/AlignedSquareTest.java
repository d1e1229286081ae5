package io.imageseg.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignedSquareTest {
    private static final Point CENTRE = new Point(100, 80);

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .3, -1.2, Math.PI})
    void fromPictureUndoesToPicture(double roll) {
        AlignedSquare square = new AlignedSquare(CENTRE, 60, roll);
        Point inside = new Point(17.5, 140.25);
        Point back = square.fromPicture(square.toPicture(inside, 192), 192);
        assertThat(back.distance(inside)).isCloseTo(0, within(1e-9));
    }

    @Test
    void itsCornersLieAroundItsCentre() {
        AlignedSquare square = new AlignedSquare(CENTRE, 60, 0);
        assertThat(square.toPicture(new Point(0, 0), 192)).isEqualTo(new Point(70, 50));
        assertThat(square.toPicture(new Point(192, 192), 192)).isEqualTo(new Point(130, 110));
    }

    @Test
    void aQuarterTurnPutsItsUpperSideAtTheRight() {
        AlignedSquare square = new AlignedSquare(CENTRE, 60, Math.PI / 2);
        assertThat(square.toPicture(new Point(30, 0), 60).distance(new Point(130, 80)))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void readsAnUprightViewOfWhatIsTilted() {
        Mat picture = new Mat(160, 200, CV_32FC1, Scalar.all(0));
        new Mat(picture, new Rect(100, 0, 100, 160)).put(Scalar.all(1));
        float[] turned = Floats.of(new AlignedSquare(CENTRE, 60, Math.PI / 2).read(picture, 60));
        assertThat(turned[10 * 60 + 30]).as("the right half is up").isEqualTo(1);
        assertThat(turned[50 * 60 + 30]).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .4})
    void whatIsReadAndSpreadAgainLiesWhereItWas(double roll) {
        Mat picture = new Mat(160, 200, CV_32FC1, Scalar.all(0));
        new Mat(picture, new Rect(95, 75, 10, 12)).put(Scalar.all(1));
        AlignedSquare square = new AlignedSquare(CENTRE, 60, roll);
        Box box = new Box(40, 30, 120, 100);
        float[] back = Floats.of(square.spread(square.read(picture, 240), box));
        assertThat(back[(80 - 30) * 120 + 100 - 40]).isCloseTo(1, within(.01f));
        assertThat(back[(80 - 30) * 120 + 90 - 40]).isCloseTo(0, within(.01f));
        assertThat(back[(92 - 30) * 120 + 100 - 40]).isCloseTo(0, within(.01f));
        assertThat(back[0]).as("outside the square").isZero();
        double area = 0;
        for (float value : back) {
            area += value;
        }
        assertThat(area).isCloseTo(120, within(3.0));
    }

    @Test
    void beyondThePictureItsEdgeGoesOn() {
        Mat picture = new Mat(40, 40, CV_32FC1, Scalar.all(.5));
        float[] read = Floats.of(new AlignedSquare(new Point(0, 0), 60, 0).read(picture, 30));
        assertThat(read).containsOnly(.5f);
        assertThatThrownBy(() -> new AlignedSquare(new Point(-90, 0), 60, 0).read(picture, 30))
                .hasMessageContaining("outside the picture");
    }
}
