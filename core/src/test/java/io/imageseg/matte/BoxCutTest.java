package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

/** Things told by their colours: an orange one from 100, 60 to 220, 140 on blue. */
class BoxCutTest {
    private static final Region BOX = new Region(92, 54, 228, 146);

    private static Picture picture(Rect... things) {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(240, 320, opencv_core.CV_8UC3, new Scalar(20, 60, 200, 0));
            for (Rect thing : things) {
                new Mat(rgb, thing).put(new Scalar(230, 140, 20, 0));
            }
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    @Test
    void findsTheThingInItsBox() {
        try (Picture picture = picture(new Rect(100, 60, 120, 80));
                PlacedMatte found = BoxCut.of(picture, BOX, List.of()).orElseThrow()) {
            assertThat(found.extent().orElseThrow().overlap(new Region(100, 60, 220, 140)))
                    .isGreaterThan(.9);
            assertThat(found.fit()).isBetween(.6, 1.0);
        }
    }

    @Test
    void leavesOutWhatStandsInFront() {
        Box front = new Box(190, 60, 30, 80);
        try (Picture picture = picture(new Rect(100, 60, 120, 80));
                PlacedMatte person = full(front);
                PlacedMatte found = BoxCut.of(picture, BOX, List.of(person)).orElseThrow();
                FloatIndexer alpha = found.matte().alpha().createIndexer()) {
            assertThat(alpha.get(100 - found.place().y(), 205 - found.place().x()))
                    .isZero();
            assertThat(alpha.get(100 - found.place().y(), 150 - found.place().x()))
                    .isGreaterThan(.9f);
        }
    }

    private static PlacedMatte full(Box place) {
        try (Scalar all = Scalar.all(1)) {
            Mat alpha = new Mat(place.height(), place.width(), opencv_core.CV_32FC1, all);
            return new PlacedMatte(place, new Matte(alpha), 1);
        }
    }

    @Test
    void givesNothingWhereSomethingElseCoversTheBox() {
        try (Picture picture = picture(new Rect(100, 60, 120, 80));
                PlacedMatte person = full(new Box(80, 40, 160, 120))) {
            assertThat(BoxCut.of(picture, BOX, List.of(person))).isEmpty();
        }
    }

    /** Thirty pixels wide, hardly lighter than its ground, and grainy. */
    private static Picture grainy(Rect thing, Random random) {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(48, 64, opencv_core.CV_8UC3, new Scalar(90, 95, 100, 0));
            new Mat(rgb, thing).put(new Scalar(112, 108, 104, 0));
            try (UByteIndexer pixels = rgb.createIndexer()) {
                for (int i = 0; i < 48 * 64; i++) {
                    int grain = (int) (20 * random.nextGaussian());
                    for (int channel = 0; channel < 3; channel++) {
                        int value = pixels.get(i / 64, i % 64, channel) + grain;
                        pixels.put(i / 64, i % 64, channel, Math.clamp(value, 0, 255));
                    }
                }
            }
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    @Test
    void aThingOfFewPixelsIsNotTakenForGround() {
        Rect thing = new Rect(18, 16, 28, 16);
        for (int seed = 0; seed < 5; seed++) {
            try (Picture picture = grainy(thing, new Random(seed));
                    PlacedMatte found = BoxCut.of(picture, new Region(16, 15, 48, 33), List.of())
                            .orElseThrow()) {
                assertThat(found.extent().orElseThrow().overlap(new Region(18, 16, 46, 32)))
                        .as("with grain %d", seed)
                        .isGreaterThan(.6);
            }
        }
    }

    @Test
    void theOutlineIsCrispWhereThePhotosEdgeIs() {
        try (Picture picture = picture(new Rect(100, 60, 120, 80));
                PlacedMatte found = BoxCut.of(picture, BOX, List.of()).orElseThrow()) {
            float[] alpha = Floats.of(found.matte().alpha());
            long soft = IntStream.range(0, alpha.length)
                    .filter(i -> alpha[i] > .1 && alpha[i] < .9)
                    .count();
            assertThat(soft).as("of an outline of 400 pixels").isLessThan(40);
        }
    }

    @Test
    void givesTheSameEachTime() {
        try (Picture picture = picture(new Rect(100, 60, 120, 80), new Rect(230, 100, 20, 60));
                PlacedMatte once = BoxCut.of(picture, BOX, List.of()).orElseThrow();
                PlacedMatte again = BoxCut.of(picture, BOX, List.of()).orElseThrow()) {
            assertThat(again.area()).isEqualTo(once.area());
        }
    }
}
