package io.imageseg.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.detect.FaceMesh;
import io.imageseg.face.FaceFitness.Fault;
import io.imageseg.image.Box;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
