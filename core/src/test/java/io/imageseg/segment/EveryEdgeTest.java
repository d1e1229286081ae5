package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;

import io.imageseg.RedIsSalient;
import io.imageseg.Strands;
import io.imageseg.image.Cutout;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.matte.Edges;
import io.imageseg.matte.RefinedMatte;
import io.imageseg.matte.SalientMatte;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.matte.SubjectMatte;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

/** A furry thing of which the network, which looks at red alone, sees a blurred matte. */
class EveryEdgeTest {
    private static final int[] RED = {255, 60, 40};
    private static final int[] BLUE = {0, 110, 200};

    /** An eighth of a level of grey for every pixel is rounding. */
    private static final double ROUNDING = Strands.SIDE * Strands.SIDE / 8.0 / 255;

    @Test
    void theMainSubjectGetsTheEdgesThatEdgesGives() {
        try (Picture picture = furry();
                Matte found = new SubjectMatte(new SalientMatte(new RedIsSalient()), SubjectChoice.MAIN_SUBJECT)
                        .of(picture)
                        .orElseThrow();
                Matte settled = Edges.settled(picture, found);
                Cutout cutout = new SubjectSegmenter(new RedIsSalient(), SubjectChoice.MAIN_SUBJECT)
                        .cut(picture)
                        .orElseThrow()) {
            assertThat(difference(settled, found)).isGreaterThan(ROUNDING);
            assertThat(difference(cutout, settled)).isLessThan(ROUNDING);
        }
    }

    @Test
    void aRefinedMaskGetsThemToo() {
        try (Picture picture = furry();
                Matte coarse = square();
                Matte found = new RefinedMatte(new SalientMatte(new RedIsSalient())).of(picture, coarse);
                Matte settled = Edges.settled(picture, found);
                Matte refined = new MaskRefiner(new RedIsSalient()).refine(picture, coarse)) {
            assertThat(difference(settled, found)).isGreaterThan(ROUNDING);
            assertThat(difference(refined, settled)).isLessThan(ROUNDING);
        }
    }

    @Test
    void whatIsCutForAWholePictureGetsThemAndAPartKeepsItsMatte() {
        try (Picture picture = furry();
                Matte found = new Matte(Strands.blurred(Strands.alpha(16), 1.5));
                Cutout whole = Composition.of(picture, found);
                PlacedCutout part =
                        Composition.of(picture, picture.box(), found, 1).orElseThrow();
                Edges kept = Edges.kept(picture, found)) {
            try (Matte settled = Edges.settled(picture, found)) {
                assertThat(difference(whole, settled)).isLessThan(ROUNDING);
            }
            assertThat(difference(kept.matte(), found)).isZero();
            assertThat(part.cutout().bounds()).isPresent();
        }
    }

    private static Picture furry() {
        try (PointerScope _ = new PointerScope()) {
            Mat exact = Strands.alpha(16);
            Mat rgb = Strands.picture(exact, RED, BLUE);
            Mat seen = new Mat();
            Strands.blurred(exact, 1.5).convertTo(seen, 0, 255, 0);
            insertChannel(seen, rgb, 0);
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    private static Matte square() {
        return new Matte(Strands.alpha(0));
    }

    private static double difference(Matte one, Matte other) {
        return Strands.difference(one.alpha(), other.alpha());
    }

    private static double difference(Cutout one, Matte other) {
        try (PointerScope _ = new PointerScope()) {
            Mat alpha = new Mat();
            extractChannel(one.rgba(), alpha, 3);
            alpha.convertTo(alpha, CV_32F, 1 / 255.0, 0);
            return Strands.difference(alpha, other.alpha());
        }
    }
}
