package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.TestPhotos;
import io.imageseg.image.Box;
import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies, heads, faces and hair with the real networks; the flag is left in the photo, the shuttle right. */
class PeopleCutsTest {
    private static final Box FLAG = new Box(0, 0, 70, 220);
    private static final Box SHUTTLE = new Box(360, 20, 90, 220);
    private static final Box FACE = new Box(190, 90, 65, 75);
    private static final Box SUIT = new Box(150, 300, 170, 180);

    private static Segmentation segmentation;

    @BeforeAll
    static void open() {
        segmentation = RealNetworks.open();
    }

    @AfterAll
    static void close() {
        if (segmentation != null) {
            segmentation.close();
        }
    }

    @Test
    void aBodyIsThePersonWithoutFlagAndShuttle() {
        try (Picture photo = TestPhotos.astronaut();
                Cutout cutout = segmentation.cutPeople(photo).orElseThrow()) {
            assertThat(cutout.width()).isEqualTo(512);
            assertThat(cutout.height()).isEqualTo(512);
            Alphas body = Alphas.of(cutout);
            assertThat(body.share(FACE)).as("face").isGreaterThan(.99);
            assertThat(body.share(SUIT)).as("suit").isGreaterThan(.97);
            assertThat(body.share(FLAG)).as("flag").isLessThan(.01);
            assertThat(body.share(SHUTTLE)).as("shuttle").isLessThan(.01);
        }
    }

    @Test
    void twoPeopleAreOneCutout() {
        try (Picture photo = PeoplePhotos.twins();
                Cutout cutout = segmentation.cutPeople(photo).orElseThrow()) {
            Alphas bodies = Alphas.of(cutout);
            assertThat(bodies.share(FACE)).isGreaterThan(.99);
            assertThat(bodies.share(FACE.moved(512, 0))).isGreaterThan(.99);
            assertThat(bodies.share(SHUTTLE)).isLessThan(.02);
        }
    }

    @Test
    void whereNobodyIsNothingIsCut() {
        try (Picture cat = TestPhotos.cat()) {
            assertThat(segmentation.cutPeople(cat)).isEmpty();
            for (HeadPart part : HeadPart.values()) {
                assertThat(segmentation.cutHeads(cat, part)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onePersonIsOneElementInItsTightBox(HeadPart part) {
        try (Picture photo = TestPhotos.astronaut()) {
            List<PlacedCutout> found = segmentation.cutHeads(photo, part);
            assertThat(found).hasSize(1);
            try (PlacedCutout only = found.getFirst()) {
                assertThat(only.cutout().bounds())
                        .contains(Box.whole(only.place().width(), only.place().height()));
                assertThat(only.confidence()).isBetween(.5, 1.0);
                assertThat(Alphas.of(only, photo.box()).share(FLAG)).isLessThan(.01);
            }
        }
    }

    @Test
    void theFaceLiesInTheHeadAndTheHairBesideTheFace() {
        try (Picture photo = TestPhotos.astronaut()) {
            Alphas head = only(photo, HeadPart.HEAD);
            Alphas face = only(photo, HeadPart.FACE);
            Alphas hair = only(photo, HeadPart.HAIR);
            assertThat(face.areaOutside(head)).isLessThan(.01 * face.area());
            assertThat(hair.areaOutside(head)).isLessThan(.02 * hair.area());
            assertThat(hair.overlap(face)).isLessThan(.02);
            assertThat(face.share(FACE)).isGreaterThan(.97);
            assertThat(hair.share(FACE)).isLessThan(.03);
            assertThat(hair.share(new Box(200, 26, 50, 25)))
                    .as("above the forehead")
                    .isGreaterThan(.9);
            assertThat(head.share(SUIT)).as("no suit").isLessThan(.01);
        }
    }

    private static Alphas only(Picture photo, HeadPart part) {
        try (PlacedCutout only = segmentation.cutHeads(photo, part).getFirst()) {
            return Alphas.of(only, photo.box());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HEAD", "HAIR"})
    void twoPeopleAreTwoElementsFromLeftToRightThatShareNoPixel(HeadPart part) {
        try (Picture photo = PeoplePhotos.twins()) {
            List<PlacedCutout> found = segmentation.cutHeads(photo, part);
            assertThat(found).hasSize(2);
            try (PlacedCutout left = found.getFirst();
                    PlacedCutout right = found.getLast()) {
                Alphas leftAlphas = Alphas.of(left, photo.box());
                Alphas rightAlphas = Alphas.of(right, photo.box());
                assertThat(leftAlphas.middleX()).isBetween(150.0, 300.0);
                assertThat(rightAlphas.middleX()).isBetween(662.0, 812.0);
                assertThat(leftAlphas.plus(rightAlphas).most()).isLessThan(1.02);
            }
        }
    }

    @Test
    void leavesNoNativeMemoryBehind() {
        try (Picture photo = TestPhotos.astronaut()) {
            cutAll(photo);
            for (int i = 0; i < 2; i++) {
                long before = Pointer.totalBytes();
                cutAll(photo);
                assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
            }
        }
    }

    private static void cutAll(Picture photo) {
        segmentation.cutPeople(photo).orElseThrow().close();
        segmentation.cutHeads(photo, HeadPart.HEAD).forEach(PlacedCutout::close);
    }
}
