package io.imageseg.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawn face is 160 wide and 200 high; its bridge lies 60 below the forehead's end and 140 above the chin. */
class FaceFrameTest {
    @Test
    void uIsOneAtTheSidesAndVCountsHeightsUpFromTheBridge() {
        FaceMesh mesh = DrawnFace.at(300, 200).mesh();
        FaceFrame frame = FaceFrame.of(mesh);
        assertThat(frame.height()).isCloseTo(200, within(1e-6));
        assertThat(frame.u(300, 200)).isCloseTo(0, within(.02));
        assertThat(frame.u(mesh.point(FaceMesh.LEFT_SIDE))).isCloseTo(1, within(.02));
        assertThat(frame.u(mesh.point(FaceMesh.RIGHT_SIDE))).isCloseTo(-1, within(.02));
        assertThat(frame.v(mesh.point(FaceMesh.FOREHEAD))).isCloseTo(.3, within(1e-6));
        assertThat(frame.v(mesh.point(FaceMesh.CHIN))).isCloseTo(-.7, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, .3", "-1.5, -.7", ".2, 2"})
    void aPlaceHasTheCoordinatesThatItWasMadeOf(double u, double v) {
        FaceFrame frame =
                FaceFrame.of(DrawnFace.at(300, 200).tilted(.6).scaled(1.7).mesh());
        Point place = frame.place(u, v);
        assertThat(frame.u(place)).isCloseTo(u, within(1e-9));
        assertThat(frame.v(place)).isCloseTo(v, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", ".4, 1", "-1.2, .5", "3, 3"})
    void neitherTiltNorSizeChangesALandmarksCoordinates(double roll, double scale) {
        FaceMesh plain = DrawnFace.at(300, 200).mesh();
        FaceMesh moved = DrawnFace.at(120, 90).tilted(roll).scaled(scale).mesh();
        FaceFrame plainFrame = FaceFrame.of(plain);
        FaceFrame movedFrame = FaceFrame.of(moved);
        for (int landmark : FaceContours.OVAL) {
            assertThat(movedFrame.u(moved.point(landmark)))
                    .isCloseTo(plainFrame.u(plain.point(landmark)), within(1e-9));
            assertThat(movedFrame.v(moved.point(landmark)))
                    .isCloseTo(plainFrame.v(plain.point(landmark)), within(1e-9));
        }
    }
}
