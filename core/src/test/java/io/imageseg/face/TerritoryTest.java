package io.imageseg.face;

import static io.imageseg.face.Coverages.area;
import static io.imageseg.face.Coverages.at;
import static io.imageseg.face.Coverages.most;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two drawn faces side by side, 160×200 each, with bridges at (150, 150) and (370, 150). */
class TerritoryTest {
    private static final Box BOX = Box.whole(520, 480);
    private static final FaceMesh LEFT = DrawnFace.at(150, 150).mesh();
    private static final FaceMesh RIGHT = DrawnFace.at(370, 150).mesh();

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void whoeverIsAloneOwnsEverything() {
        assertThat(Floats.of(Territory.of(LEFT, List.of(), BOX))).containsOnly(1);
    }

    @Test
    void eachPixelBelongsToAtMostOne() {
        Mat left = Territory.of(LEFT, List.of(RIGHT), BOX);
        Mat right = Territory.of(RIGHT, List.of(LEFT), BOX);
        assertThat(most(left, right)).isLessThanOrEqualTo(1 + 1e-5f);
    }

    @Test
    void ownFaceIsWhollyOwnAndTheOthersFaceIsNot() {
        Mat left = Territory.of(LEFT, List.of(RIGHT), BOX);
        Mat face = new Polygon(LEFT.points(FaceContours.OVAL)).coverage(BOX);
        Mat other = new Polygon(RIGHT.points(FaceContours.OVAL)).coverage(BOX);
        assertThat(area(Coverage.without(face, left))).isCloseTo(0, within(.1));
        assertThat(most(left, other)).isLessThanOrEqualTo(1 + 1e-5f);
    }

    @Test
    void eachHasTheGroundAroundItsHeadAndBelowIt() {
        Mat left = Territory.of(LEFT, List.of(RIGHT), BOX);
        assertThat(at(left, 100, 20)).as("above the own head").isEqualTo(1);
        assertThat(at(left, 150, 400)).as("the own body").isEqualTo(1);
        assertThat(at(left, 420, 20)).as("above the other's head").isZero();
        assertThat(at(left, 370, 400)).as("the other's body").isZero();
    }

    @Test
    void whoeverStandsBeforeSomebodyTallerHasNoPartOfTheirShoulderAboveTheOwnHair() {
        FaceMesh taller = DrawnFace.at(260, 100).mesh();
        FaceMesh front = DrawnFace.at(200, 480).mesh();
        Mat own = Territory.of(front, List.of(taller), Box.whole(520, 700));
        assertThat(at(own, 200, 360)).as("the own hair").isEqualTo(1);
        assertThat(at(own, 200, 285)).as("the shoulder behind it").isZero();
    }
}
