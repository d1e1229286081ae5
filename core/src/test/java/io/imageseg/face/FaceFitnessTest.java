package io.imageseg.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.detect.FaceMesh;
import io.imageseg.face.FaceFitness.Fault;
import io.imageseg.image.Box;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault at its edge and on both sides of it; the drawn face is 160×200 pixels. */
class FaceFitnessTest {
    private static final Box PICTURE = Box.whole(600, 500);

    private static final DrawnFace FACE = DrawnFace.at(300, 200);

    private static Optional<Fault> fault(DrawnFace face) {
        return FaceFitness.fault(face.mesh(), PICTURE);
    }

    @Test
    void aLargeClearFaceFromTheFrontIsFit() {
        assertThat(fault(FACE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {.5, .51, 1})
    void aFaceIsClearFromHalfCertaintyOn(double presence) {
        assertThat(fault(FACE.withPresence(presence))).isEmpty();
    }

    @Test
    void belowItIsHidden() {
        assertThat(fault(FACE.withPresence(.499))).contains(new Fault.Hidden(.499));
    }

    @ParameterizedTest
    @ValueSource(doubles = {49.9, 50, -49.9})
    void aFaceMayBeTurnedByFiftyDegrees(double degrees) {
        assertThat(fault(FACE.turned(degrees - Math.signum(degrees) * 1e-9))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {50.1, -50.1, 80})
    void beyondItIsTurnedAwayToEitherSide(double degrees) {
        FaceMesh mesh = FACE.turned(degrees).mesh();
        assertThat(FaceFitness.yaw(mesh)).isCloseTo(Math.abs(degrees), within(1e-6));
        assertThat(FaceFitness.fault(mesh, PICTURE)).containsInstanceOf(Fault.TurnedAway.class);
    }

    /** A face seen from the front is narrower than high; what counts is the longer side. */
    @ParameterizedTest
    @ValueSource(doubles = {100, 99.6, 101})
    void aFaceIsLargeEnoughFromAHundredPixelsOn(double height) {
        assertThat(fault(FACE.scaled(height / 200))).isEmpty();
    }

    @Test
    void belowItIsTooSmallAndIsMeasured() {
        assertThat(fault(FACE.scaled(99 / 200.0))).contains(new Fault.TooSmall(79, 99));
    }

    @ParameterizedTest
    @CsvSource({"600, 2000", "1600, 500", "1600, 2000"})
    void aFaceMayBeATenthOfThePicturesSides(int width, int height) {
        assertThat(FaceFitness.fault(FACE.mesh(), Box.whole(width, height))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"600, 2001", "1601, 500"})
    void lessThanATenthOfOneSideIsTooSmallForThePicture(int width, int height) {
        Box picture = Box.whole(width, height);
        assertThat(FaceFitness.fault(FACE.mesh(), picture)).contains(new Fault.TooSmallForPicture(160, 200, picture));
    }

    @Test
    void whatIsNoFaceIsNotMeasured() {
        assertThat(fault(FACE.scaled(.1).withPresence(.2).turned(70))).contains(new Fault.Hidden(.2));
    }
}
