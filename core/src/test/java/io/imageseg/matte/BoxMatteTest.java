package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.RedIsSalient;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

/** The gate, with a network that takes red for what stands out: a red thing from 100, 60 to 220, 140. */
class BoxMatteTest {
    private static final Region THING = new Region(100, 60, 220, 140);

    private final RedIsSalient network = new RedIsSalient();
    private final BoxMatte boxMatte = new BoxMatte(new SalientMatte(network));

    private static Picture picture() {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(240, 320, opencv_core.CV_8UC3, new Scalar(0, 60, 200, 0));
            new Mat(rgb, new Rect(100, 60, 120, 80)).put(new Scalar(255, 0, 0, 0));
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    @Test
    void aMatteWhoseBoxIsTheOneAskedForIsAcceptedAtOnce() {
        try (Picture picture = picture();
                PlacedMatte found = boxMatte.of(picture, THING, List.of(), BoxMatte.ACCEPTED, 4)
                        .orElseThrow()) {
            assertThat(found.fit()).isGreaterThan(.9);
            assertThat(found.area()).isCloseTo(120 * 80, within(400.0));
            Region extent = found.extent().orElseThrow();
            assertThat(extent.overlap(THING)).isGreaterThan(.9);
            assertThat(network.runs()).isEqualTo(1);
        }
    }

    @Test
    void aMatteOfSomethingElseIsNot() {
        try (Picture picture = picture()) {
            Region wider = new Region(60, 20, 300, 200);
            assertThat(boxMatte.of(picture, wider, List.of(), BoxMatte.ACCEPTED, 4))
                    .isEmpty();
            assertThat(network.runs()).as("further looks are spared").isEqualTo(2);
        }
    }

    @Test
    void aMatteThatFitsAPersonsBoxBetterIsThePersons() {
        try (Picture picture = picture()) {
            Region behind = new Region(100, 60, 238, 140);
            assertThat(boxMatte.of(picture, behind, List.of(THING), BoxMatte.ACCEPTED, 4))
                    .isEmpty();
            Optional<PlacedMatte> alone = boxMatte.of(picture, behind, List.of(), BoxMatte.ACCEPTED, 4);
            assertThat(alone).isPresent();
            alone.get().close();
        }
    }

    @Test
    void whatMostlyLiesOutsideTheBoxIsNotPartOfIt() {
        try (Picture picture = picture()) {
            Region half = new Region(60, 60, 140, 140);
            assertThat(boxMatte.of(picture, half, List.of(), BoxMatte.ACCEPTED, 4))
                    .isEmpty();
        }
    }

    @Test
    void boxesBelow40PixelsAreNotLookedAt() {
        try (Picture picture = picture()) {
            assertThat(boxMatte.of(picture, new Region(100, 60, 139, 99), List.of(), 0, 4))
                    .isEmpty();
            assertThat(network.runs()).isZero();
        }
    }

    @Test
    void leavesNoNativeMemoryBehind() {
        try (Picture picture = picture()) {
            Region hard = new Region(100, 60, 250, 150);
            boxMatte.of(picture, hard, List.of(), 0, 4).ifPresent(PlacedMatte::close);
            for (int i = 0; i < 20; i++) {
                long before = Pointer.totalBytes();
                boxMatte.of(picture, hard, List.of(), 0, 4).ifPresent(PlacedMatte::close);
                BoxCut.of(picture, hard, List.of()).ifPresent(PlacedMatte::close);
                assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
            }
        }
    }
}
