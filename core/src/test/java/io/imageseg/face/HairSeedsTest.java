package io.imageseg.face;

import static io.imageseg.face.DrawnHead.Paint.CLOTHES;
import static io.imageseg.face.DrawnHead.Paint.HAIR;
import static io.imageseg.face.DrawnHead.at;
import static io.imageseg.face.DrawnHead.pixel;
import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the colours of a drawn head are learned from first. */
class HairSeedsTest {
    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    private static HairSeeds seeds(HeadView view) {
        return HairSeeds.of(view, HairPrior.of(view));
    }

    @Test
    void skinIsLearnedFromCheeksAndForeheadAndNotFromEyes() {
        HeadView view = new DrawnHead().view();
        float[] skin = seeds(view).skin();
        assertThat(at(view, skin, 215, 270)).as("cheek").isEqualTo(1);
        assertThat(at(view, skin, 260, 180)).as("forehead").isEqualTo(1);
        assertThat(at(view, skin, 225, 220)).as("eye").isZero();
        assertThat(at(view, skin, 260, 110)).as("hair").isZero();
    }

    @Test
    void aFringeAndABirthmarkTeachNothingAboutSkin() {
        HeadView view = new DrawnHead()
                .box(220, 160, 80, 32, HAIR)
                .disc(215, 270, 6, 6, CLOTHES)
                .view();
        float[] skin = seeds(view).skin();
        assertThat(at(view, skin, 260, 182)).as("fringe").isZero();
        assertThat(at(view, skin, 215, 270)).as("birthmark").isZero();
        assertThat(at(view, skin, 300, 270)).as("the other cheek").isEqualTo(1);
    }

    @Test
    void hairIsLearnedFromTheTopOfTheHeadAndClothesFromBelowTheChin() {
        HeadView view = new DrawnHead().view();
        HairSeeds seeds = seeds(view);
        assertThat(at(view, seeds.hair(), 260, 100)).isEqualTo(1);
        assertThat(at(view, seeds.hair(), 150, 220)).as("beside the face").isZero();
        assertThat(at(view, seeds.clothes(), 260, 480)).isEqualTo(1);
        assertThat(at(view, seeds.clothes(), 120, 480))
                .as("the shoulder, where hair may lie")
                .isZero();
    }

    @Test
    void nothingIsLearnedAboutHairFromTheBackground() {
        HeadView view = new DrawnHead().ofNobody().view();
        HairSeeds seeds = seeds(view);
        assertThat(HairSeeds.count(seeds.hair())).isZero();
        assertThat(HairSeeds.count(seeds.clothes())).isZero();
    }

    @Test
    void hairIsFartherFromTheSkinsColourThanTheNeckIs() {
        HeadView view = new DrawnHead().view();
        HairSeeds seeds = seeds(view);
        assertThat(seeds.fromSkin(view, pixel(view, 260, 400))).isLessThan(.5);
        assertThat(seeds.fromSkin(view, pixel(view, 260, 100))).isGreaterThan(2);
    }
}
