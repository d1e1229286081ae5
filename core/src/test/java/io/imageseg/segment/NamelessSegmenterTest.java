package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.RedIsSalient;
import io.imageseg.SeesOneObject;
import io.imageseg.detect.ObjectClass;
import io.imageseg.detect.ObjectDetector;
import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.matte.SalientMatte;
import io.imageseg.model.Network;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cupboard, red on blue: red stands out, and what it is called is for each test to say. */
class NamelessSegmenterTest {
    private static final Box CUPBOARD = new Box(112, 112, 192, 192);

    private static Picture picture(Box... reds) {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(416, 416, opencv_core.CV_8UC3, new Scalar(0, 60, 200, 0));
            for (Box red : reds) {
                new Mat(rgb, red.rect()).put(new Scalar(255, 0, 0, 0));
            }
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    private static Optional<PlacedCutout> cut(Picture picture, Network names) {
        return new NamelessSegmenter(new ObjectDetector(names), new SalientMatte(new RedIsSalient())).cut(picture);
    }

    @Test
    void whatStandsOutWithoutAnyNameIsCutOutAsFurnitureWithLittleConfidence() {
        try (Picture picture = picture(CUPBOARD);
                PlacedCutout piece = cut(picture, SeesOneObject.nothing()).orElseThrow();
                UByteIndexer pixels = piece.cutout().rgba().createIndexer()) {
            assertThat(piece.confidence()).isEqualTo(NamelessSegmenter.CONFIDENCE);
            assertThat(piece.place().x()).isCloseTo(CUPBOARD.x(), within(2));
            assertThat(piece.place().y()).isCloseTo(CUPBOARD.y(), within(2));
            assertThat(piece.place().width()).isCloseTo(CUPBOARD.width(), within(4));
            assertThat(piece.place().height()).isCloseTo(CUPBOARD.height(), within(4));
            assertThat(pixels.get(96, 96, 3)).isEqualTo(255);
            assertThat(pixels.get(96, 96, 0)).isEqualTo(255);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PERSON", "CAT", "CAR", "POTTED_PLANT", "TV", "VASE"})
    void whatHasAnotherNameIsNoFurniture(ObjectClass name) {
        try (Picture picture = picture(CUPBOARD)) {
            assertThat(cut(picture, SeesOneObject.inTheMiddle(name))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAIR", "COUCH", "BED", "DINING_TABLE", "BENCH", "REFRIGERATOR"})
    void theNamesThatCupboardsAreOftenGivenDoNotCount(ObjectClass name) {
        try (Picture picture = picture(CUPBOARD);
                PlacedCutout piece =
                        cut(picture, SeesOneObject.inTheMiddle(name)).orElseThrow()) {
            assertThat(piece.place().width()).isCloseTo(CUPBOARD.width(), within(4));
        }
    }

    @Test
    void theNameOfSomethingElseInThePictureDoesNotMatter() {
        try (Picture picture = picture(CUPBOARD)) {
            Optional<PlacedCutout> piece = cut(picture, SeesOneObject.inTheCorner(ObjectClass.CAT));
            assertThat(piece).isPresent();
            piece.ifPresent(PlacedCutout::close);
        }
    }

    @Test
    void whereNothingStandsOutThereIsNone() {
        try (Picture picture = picture()) {
            assertThat(cut(picture, SeesOneObject.nothing())).isEmpty();
        }
    }

    @Test
    void furnitureWithoutANameIsLookedForOnlyAmongFurniture() {
        Networks networks = new Networks(
                RedIsSalient::new, RedIsSalient::new, SeesOneObject::nothing, RedIsSalient::new, RedIsSalient::new);
        try (Picture picture = picture(CUPBOARD);
                Segmentation segmentation = new Segmentation(networks)) {
            List<PlacedCutout> furniture = segmentation.cutFurniture(picture);
            assertThat(furniture).hasSize(1);
            assertThat(segmentation.cutVehicles(picture)).isEmpty();
            furniture.forEach(PlacedCutout::close);
        }
    }

    @Test
    void leavesNoNativeMemoryBehind() {
        Network nothing = SeesOneObject.nothing();
        Network vase = SeesOneObject.inTheMiddle(ObjectClass.VASE);
        try (Picture picture = picture(CUPBOARD)) {
            for (int i = 0; i < 5; i++) {
                long before = Pointer.totalBytes();
                cut(picture, nothing).ifPresent(PlacedCutout::close);
                cut(picture, vase).ifPresent(PlacedCutout::close);
                assertThat(i == 0 ? 0 : Pointer.totalBytes() - before).isLessThanOrEqualTo(0);
            }
        }
    }
}
