package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.TestPhotos;
import io.imageseg.face.FaceFitness.Fault;
import io.imageseg.face.FacePart;
import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The parts of the astronaut's face with the real networks; she smiles at the camera, her ears under her hair. */
class FaceParserTest {
    private static final Set<FacePart> ALWAYS =
            EnumSet.complementOf(EnumSet.of(FacePart.LEFT_EAR, FacePart.RIGHT_EAR, FacePart.MOUTH));

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

    private static Map<FacePart, Alphas> parts(Picture photo) {
        FaceParse parse = segmentation.parseFace(photo);
        assertThat(parse).isInstanceOf(FaceParse.Parts.class);
        try (FaceParse.Parts parts = (FaceParse.Parts) parse) {
            Map<FacePart, Alphas> alphas = new EnumMap<>(FacePart.class);
            parts.cutouts().forEach((part, cutout) -> alphas.put(part, Alphas.of(cutout, photo.box())));
            return alphas;
        }
    }

    private static Alphas part(Map<FacePart, Alphas> parts, FacePart name) {
        return parts.getOrDefault(name, Alphas.none(Box.whole(512, 512)));
    }

    @Test
    void allPartsThatEveryFaceHasAreThereAndTheOpenMouth() {
        try (Picture photo = TestPhotos.astronaut()) {
            assertThat(parts(photo))
                    .containsKeys(ALWAYS.toArray(FacePart[]::new))
                    .containsKey(FacePart.MOUTH);
        }
    }

    @Test
    void eachLiesInItsTightBox() {
        try (Picture photo = TestPhotos.astronaut();
                FaceParse.Parts parts = (FaceParse.Parts) segmentation.parseFace(photo)) {
            for (PlacedCutout part : parts.cutouts().values()) {
                assertThat(part.cutout().bounds())
                        .contains(Box.whole(part.place().width(), part.place().height()));
            }
        }
    }

    @Test
    void togetherTheyCoverTheFaceAndNoPixelTwice() {
        try (Picture photo = TestPhotos.astronaut()) {
            Map<FacePart, Alphas> parts = parts(photo);
            Alphas all = parts.values().stream().reduce(Alphas.none(photo.box()), Alphas::plus);
            // A part's alpha is rounded to one of 256, and what is next to nothing is left out.
            assertThat(all.most()).isLessThan(1.02);
            parts.remove(FacePart.LEFT_EAR);
            parts.remove(FacePart.RIGHT_EAR);
            Alphas withoutEars = parts.values().stream().reduce(Alphas.none(photo.box()), Alphas::plus);
            try (PlacedCutout face = segmentation.cutHeads(photo, HeadPart.FACE).getFirst()) {
                assertThat(withoutEars.overlap(Alphas.of(face, photo.box()))).isGreaterThan(.97);
            }
        }
    }

    @Test
    void browsLieAboveEyesAboveTheNoseAboveTheLips() {
        try (Picture photo = TestPhotos.astronaut()) {
            Map<FacePart, Alphas> parts = parts(photo);
            assertThat(part(parts, FacePart.LEFT_BROW).middleY())
                    .isLessThan(part(parts, FacePart.LEFT_EYE).middleY());
            assertThat(part(parts, FacePart.LEFT_EYE).middleY())
                    .isLessThan(part(parts, FacePart.NOSE).middleY());
            assertThat(part(parts, FacePart.NOSE).middleY())
                    .isLessThan(part(parts, FacePart.UPPER_LIP).middleY());
            assertThat(part(parts, FacePart.UPPER_LIP).middleY())
                    .isLessThan(part(parts, FacePart.MOUTH).middleY());
            assertThat(part(parts, FacePart.MOUTH).middleY())
                    .isLessThan(part(parts, FacePart.LOWER_LIP).middleY());
        }
    }

    @Test
    void leftIsTheSubjectsOwnAndSoThePicturesRight() {
        try (Picture photo = TestPhotos.astronaut()) {
            Map<FacePart, Alphas> parts = parts(photo);
            double nose = part(parts, FacePart.NOSE).middleX();
            assertThat(part(parts, FacePart.LEFT_EYE).middleX()).isGreaterThan(nose);
            assertThat(part(parts, FacePart.RIGHT_EYE).middleX()).isLessThan(nose);
            assertThat(part(parts, FacePart.LEFT_BROW).middleX()).isGreaterThan(nose);
            assertThat(part(parts, FacePart.RIGHT_BROW).middleX()).isLessThan(nose);
        }
    }

    @Test
    void twoFacesAreCounted() {
        try (Picture photo = PeoplePhotos.twins()) {
            assertThat(segmentation.parseFace(photo)).isEqualTo(new FaceParse.SeveralFaces(2));
        }
    }

    @Test
    void aCatHasNoFace() {
        try (Picture photo = TestPhotos.cat()) {
            assertThat(segmentation.parseFace(photo)).isEqualTo(new FaceParse.NoFace());
        }
    }

    @Test
    void aFaceThatIsTooSmallIsMeasured() {
        try (Picture photo = PeoplePhotos.onCanvas(256, 400, 400)) {
            assertThat(segmentation.parseFace(photo))
                    .isInstanceOfSatisfying(
                            FaceParse.Unfit.class,
                            unfit -> assertThat(unfit.fault()).isInstanceOfSatisfying(Fault.TooSmall.class, small -> {
                                assertThat(small.width()).isBetween(40L, 60L);
                                assertThat(small.height()).isBetween(50L, 75L);
                            }));
        }
    }

    @Test
    void leavesNoNativeMemoryBehind() {
        try (Picture photo = TestPhotos.astronaut()) {
            parts(photo);
            for (int i = 0; i < 2; i++) {
                long before = Pointer.totalBytes();
                parts(photo);
                assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
            }
        }
    }
}
