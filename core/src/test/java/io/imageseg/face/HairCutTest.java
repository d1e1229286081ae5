package io.imageseg.face;

import static io.imageseg.face.DrawnHead.at;
import static io.imageseg.face.DrawnHead.inside;
import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A vague probability over a drawn head becomes a decision along the edge between hair and skin, at y 160. */
class HairCutTest {
    private final PointerScope scope = new PointerScope();
    private final HeadView view = new DrawnHead().view();

    @AfterEach
    void close() {
        scope.close();
    }

    private static float[] larger(float[] one, float[] other) {
        float[] larger = new float[one.length];
        for (int i = 0; i < larger.length; i++) {
            larger[i] = Math.max(one[i], other[i]);
        }
        return larger;
    }

    @Test
    void whatIsUnsureFollowsTheColours() {
        float[] sure = inside(view, new Rect(200, 90, 120, 45), .95f);
        float[] unsure = inside(view, new Rect(200, 90, 120, 100), .55f);
        float[] cut = HairCut.of(view, larger(sure, unsure));
        assertThat(at(view, cut, 260, 150)).as("hair up to its edge").isEqualTo(1);
        assertThat(at(view, cut, 260, 180))
                .as("skin though it was likelier hair")
                .isZero();
    }

    @Test
    void whatIsSureStaysAsItIs() {
        float[] sure = inside(view, new Rect(200, 90, 120, 100), .95f);
        float[] cut = HairCut.of(view, sure);
        assertThat(at(view, cut, 260, 180)).isEqualTo(1);
        assertThat(at(view, cut, 150, 220)).as("surely none").isZero();
    }

    @Test
    void nothingOutsideThePersonIsHair() {
        float[] everywhere = inside(view, new Rect(0, 0, 520, 300), .95f);
        assertThat(at(view, HairCut.of(view, everywhere), 30, 30)).isZero();
    }

    @Test
    void whereAllOrNothingIsHairThereIsNothingToDecide() {
        assertThat(HairCut.of(view, new float[view.pixels()])).containsOnly(0);
        HeadView whole =
                new DrawnHead().box(0, 0, 520, 520, DrawnHead.Paint.HAIR).view();
        float[] all = inside(whole, new Rect(0, 0, 520, 520), .95f);
        assertThat(HairCut.of(whole, all)).containsOnly(1);
    }
}
