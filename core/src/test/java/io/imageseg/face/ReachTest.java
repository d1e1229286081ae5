package io.imageseg.face;

import static io.imageseg.face.DrawnHead.Paint.HAIR;
import static io.imageseg.face.DrawnHead.inside;
import static io.imageseg.face.DrawnHead.pixel;
import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What hangs together with the top of a drawn head, beside which a strip of 50 pixels runs down to the clothes. */
class ReachTest {
    private static final Rect TOP = new Rect(150, 90, 220, 60);

    private final PointerScope scope = new PointerScope();
    private final HeadView view = new DrawnHead().box(140, 90, 50, 400, HAIR).view();
    private final HairPrior prior = HairPrior.of(view);

    @AfterEach
    void close() {
        scope.close();
    }

    private float[] top(Rect... more) {
        float[] hair = inside(view, TOP, .9f);
        for (Rect place : more) {
            float[] other = inside(view, place, .9f);
            for (int i = 0; i < hair.length; i++) {
                hair[i] = Math.max(hair[i], other[i]);
            }
        }
        return hair;
    }

    private boolean reached(float[] hair, int x, int y) {
        return Reach.fromTheTop(view, prior, hair)[pixel(view, x, y)];
    }

    @Test
    void theTopOfTheHeadIsReached() {
        assertThat(reached(top(), 260, 110)).isTrue();
        assertThat(reached(top(), 260, 300)).as("the bare face").isFalse();
    }

    @Test
    void whatHangsDownFromItIsReached() {
        assertThat(reached(top(new Rect(140, 90, 50, 400)), 165, 460)).isTrue();
    }

    @Test
    void whatLiesApartIsNot() {
        assertThat(reached(top(new Rect(140, 300, 50, 190)), 165, 460)).isFalse();
    }

    @Test
    void aThreadDoesNotConnect() {
        assertThat(reached(top(new Rect(160, 90, 8, 210), new Rect(140, 300, 50, 190)), 165, 460))
                .isFalse();
    }

    @Test
    void whatIsNoPersonDoesNotConnect() {
        HeadView nobody = new DrawnHead().ofNobody().view();
        assertThat(Reach.fromTheTop(nobody, HairPrior.of(nobody), inside(nobody, TOP, .9f)))
                .containsOnly(false);
    }
}
