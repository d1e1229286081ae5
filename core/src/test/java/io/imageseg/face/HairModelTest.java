package io.imageseg.face;

import static io.imageseg.face.DrawnHead.Paint.HAIR;
import static io.imageseg.face.DrawnHead.Paint.SKIN;
import static io.imageseg.face.DrawnHead.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The probability of hair over a drawn head. */
class HairModelTest {
    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    private static float[] hair(HeadView view) {
        return HairModel.probability(view, HairPrior.of(view));
    }

    @Test
    void hairIsAroundTheFaceAndNothingElseIs() {
        HeadView view = new DrawnHead().view();
        float[] hair = hair(view);
        assertThat(at(view, hair, 260, 110)).as("above the forehead").isGreaterThan(.9f);
        assertThat(at(view, hair, 150, 220)).as("beside the face").isGreaterThan(.8f);
        assertThat(at(view, hair, 260, 260)).as("nose").isLessThan(.1f);
        assertThat(at(view, hair, 260, 175)).as("forehead").isLessThan(.2f);
        assertThat(at(view, hair, 260, 400)).as("neck").isLessThan(.1f);
        assertThat(at(view, hair, 260, 480)).as("clothes").isLessThan(.1f);
        assertThat(at(view, hair, 40, 40)).as("background").isZero();
    }

    @Test
    void longHairReachesOverTheShoulders() {
        HeadView view = new DrawnHead().box(140, 220, 45, 260, HAIR).view();
        assertThat(at(view, hair(view), 160, 440)).isGreaterThan(.7f);
    }

    @Test
    void hairMayHangOverASideOfTheFace() {
        HeadView view = new DrawnHead().box(150, 140, 52, 160, HAIR).view();
        assertThat(at(view, hair(view), 192, 270)).isGreaterThan(.6f);
    }

    @Test
    void whatIsDarkBelowTheNoseIsABeard() {
        HeadView view = new DrawnHead().disc(260, 325, 62, 33, HAIR).view();
        assertThat(at(view, hair(view), 260, 340)).isLessThan(.2f);
    }

    @Test
    void clothesOfTheHairsColourThatDoNotHangTogetherWithItAreNotHair() {
        HeadView view = new DrawnHead().box(100, 430, 320, 90, HAIR).view();
        assertThat(at(view, hair(view), 260, 490)).isLessThan(.4f);
    }

    @Test
    void whereNobodyIsNothingIsHair() {
        HeadView view = new DrawnHead().ofNobody().view();
        assertThat(hair(view)).containsOnly(0);
    }

    @Test
    void theSameHeadAlwaysHasTheSameHair() {
        HeadView view = new DrawnHead().disc(230, 150, 30, 20, SKIN).view();
        assertThat(hair(view)).isEqualTo(hair(view));
    }
}
