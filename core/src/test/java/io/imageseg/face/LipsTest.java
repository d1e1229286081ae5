package io.imageseg.face;

import static io.imageseg.face.Coverages.area;
import static io.imageseg.face.Coverages.at;
import static io.imageseg.face.Coverages.most;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.image.Box;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mouth is drawn with its middle at (100, 160) and is 60 wide; its inner line is 56 wide. */
class LipsTest {
    private static final Box BOX = Box.whole(200, 220);

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    private static Lips lips(double gap) {
        return Lips.of(DrawnFace.at(100, 80).withLipsApart(gap).mesh(), BOX);
    }

    @Test
    void aClosedMouthHasTwoLipsAndNothingBetween() {
        Lips lips = lips(0);
        assertThat(lips.isOpen()).isFalse();
        assertThat(area(lips.mouth())).isZero();
        assertThat(at(lips.upper(), 100, 156)).isEqualTo(1);
        assertThat(at(lips.lower(), 100, 164)).isEqualTo(1);
    }

    @Test
    void theSeamOfAClosedMouthBelongsToTheLowerLip() {
        Lips lips = lips(3);
        assertThat(lips.isOpen()).isFalse();
        assertThat(at(lips.lower(), 100, 159)).isEqualTo(1);
        assertThat(at(lips.upper(), 100, 159)).isZero();
    }

    @Test
    void anOpenMouthShowsWhatIsBetween() {
        Lips lips = lips(20);
        assertThat(lips.isOpen()).isTrue();
        assertThat(at(lips.mouth(), 100, 160)).isEqualTo(1);
        assertThat(at(lips.upper(), 100, 160)).isZero();
        assertThat(at(lips.lower(), 100, 160)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.3, 3.4})
    void aMouthIsOpenFromAGapOfSixHundredthsOfItsWidth(double gap) {
        assertThat(lips(gap).isOpen()).isEqualTo(gap > .06 * 56);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 3, 3.4, 8, 20})
    void noPixelIsCoveredMoreThanOnce(double gap) {
        Lips lips = lips(gap);
        assertThat(most(lips.upper(), lips.lower(), lips.mouth())).isLessThanOrEqualTo(1 + 1e-5f);
    }
}
