package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.RedIsSalient;
import io.imageseg.image.Box;
import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.model.Network;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;

/** The two passes with a network that takes the red channel for the matte, so that every answer can be reckoned. */
class SubjectSegmenterTest {
    @Test
    void cutsOutTheSubjectAndLeavesTheSmallThingInTheCorner() {
        Rect subject = new Rect(120, 90, 100, 80);
        try (Picture picture = picture(subject, new Rect(2, 2, 8, 8));
                Cutout cutout = new SubjectSegmenter(new RedIsSalient(), SubjectChoice.MAIN_SUBJECT)
                        .cut(picture)
                        .orElseThrow()) {
            assertThat(cutout.width()).isEqualTo(320);
            assertThat(cutout.height()).isEqualTo(240);
            Box bounds = cutout.bounds().orElseThrow();
            assertThat(bounds.x()).isCloseTo(120, within(2));
            assertThat(bounds.y()).isCloseTo(90, within(2));
            assertThat(bounds.width()).isCloseTo(100, within(4));
            assertThat(bounds.height()).isCloseTo(80, within(4));
            try (UByteIndexer pixels = cutout.rgba().createIndexer()) {
                assertThat(pixels.get(130, 170, 3)).isGreaterThan(250);
                assertThat(pixels.get(130, 170, 0)).isGreaterThan(250);
                assertThat(pixels.get(5, 5, 3)).isZero();
                assertThat(pixels.get(5, 5, 0))
                        .as("no colour where nothing is left")
                        .isZero();
            }
        }
    }

    @Test
    void findsNothingInAnEmptyPicture() {
        try (Picture picture = picture()) {
            assertThat(new SubjectSegmenter(new RedIsSalient(), SubjectChoice.MAIN_SUBJECT).cut(picture))
                    .isEmpty();
        }
    }

    @Test
    void givesTheSubjectsOwnColourUnderItsSoftEdge() {
        try (Picture picture = blurred(picture(new Rect(120, 90, 100, 80)));
                Cutout cutout = new SubjectSegmenter(new RedIsSalient(), SubjectChoice.MAIN_SUBJECT)
                        .cut(picture)
                        .orElseThrow();
                UByteIndexer pixels = cutout.rgba().createIndexer();
                UByteIndexer source = picture.rgb().createIndexer()) {
            int x = 120;
            assertThat(pixels.get(130, x, 3)).isBetween(60, 200);
            assertThat(source.get(130, x, 2)).as("the old blue ground shows").isGreaterThan(60);
            assertThat(pixels.get(130, x, 2)).as("and is taken out").isLessThan(source.get(130, x, 2) / 2);
        }
    }

    @Test
    void looksOnceWhereTheFirstLookLeavesNothingOpen() {
        assertThat(looks(picture(new Rect(120, 90, 100, 80)))).isEqualTo(1);
    }

    @Test
    void looksAgainWhereTheNetworkIsInDoubtBesideTheSubject() {
        Picture doubtful = picture(new Rect(120, 90, 100, 80));
        paint(doubtful, new Rect(220, 90, 30, 80), new Scalar(110, 0, 0, 0));
        assertThat(looks(doubtful)).isEqualTo(2);
    }

    @Test
    void looksAgainAtAThinSubject() {
        assertThat(looks(picture(new Rect(80, 118, 160, 4)))).isEqualTo(2);
    }

    @Test
    void looksAgainWhereALargePhotoHasMoreToShow() {
        assertThat(looks(enlarged(picture(new Rect(120, 90, 100, 80)), 8))).isEqualTo(2);
    }

    /** How often the network runs for a picture, which is closed. */
    private static int looks(Picture picture) {
        RedIsSalient network = new RedIsSalient();
        try (picture;
                Cutout cutout = new SubjectSegmenter(network, SubjectChoice.MAIN_SUBJECT)
                        .cut(picture)
                        .orElseThrow()) {
            assertThat(cutout.bounds()).isPresent();
            return network.runs();
        }
    }

    @Test
    void leavesNoNativeMemoryBehind() {
        Network network = new RedIsSalient();
        cutAndWrite(network);
        // Round by round, since the collector may free another test's rest at any time and hide a leak in the sum.
        for (int i = 0; i < 50; i++) {
            long before = Pointer.totalBytes();
            cutAndWrite(network);
            assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
        }
    }

    private static void cutAndWrite(Network network) {
        try (Rect subject = new Rect(120, 90, 100, 80);
                Picture picture = picture(subject);
                Cutout cutout = new SubjectSegmenter(network, SubjectChoice.MAIN_SUBJECT)
                        .cut(picture)
                        .orElseThrow()) {
            assertThat(cutout.toPng()).isNotEmpty();
            assertThat(cutout.toCroppedPng()).isNotEmpty();
            assertThat(cutout.toMaskPng()).isNotEmpty();
            assertThat(cutout.toPngOnWhite()).isNotEmpty();
        }
    }

    private static Picture picture(Rect... reds) {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(240, 320, opencv_core.CV_8UC3, new Scalar(0, 0, 200, 0));
            for (Rect red : reds) {
                new Mat(rgb, red).put(new Scalar(255, 0, 0, 0));
            }
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    private static void paint(Picture picture, Rect rect, Scalar colour) {
        new Mat(picture.rgb(), rect).put(colour);
    }

    private static Picture enlarged(Picture picture, int times) {
        Mat large = new Mat();
        opencv_imgproc.resize(picture.rgb(), large, new Size(320 * times, 240 * times));
        picture.close();
        return new Picture(large, null);
    }

    private static Picture blurred(Picture picture) {
        Mat soft = new Mat();
        opencv_imgproc.blur(picture.rgb(), soft, new Size(9, 9));
        picture.close();
        return new Picture(soft, null);
    }
}
