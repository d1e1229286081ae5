package io.imageseg.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.image.Floats;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.Point;
import io.imageseg.model.Network;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.own.ClassFormat;
import io.imageseg.own.ClassNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A face of coloured discs, divided by a real ONNX file that tells the colours apart. */
class NetworkDivisionTest {
    /** CelebAMask-HQ's, as BiSeNets for it have them. */
    private static final List<String> CLASSES = List.of(
            ("background skin l_brow r_brow l_eye r_eye eye_g l_ear r_ear ear_r nose mouth u_lip l_lip neck neck_l cloth"
                            + " hair hat")
                    .split(" "));

    private final ClassFormat format = ClassFormat.of(CLASSES.toArray(String[]::new));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0, .6, -1.5})
    void everyPartLiesWhereTheNetworkSeesItHoweverTheFaceIsTilted(double roll) throws Exception {
        PaintedFace face = face(roll);
        try (Network network = network();
                Picture picture = face.picture(CLASSES);
                HeadLayers layers = PaintedFace.layers();
                FaceParts parts = division(network).of(picture, face.mesh(), layers)) {
            Map<FacePart, Matte> mattes = parts.mattes();
            assertThat(mattes).hasSize(FacePart.values().length - 1).doesNotContainKey(FacePart.MOUTH);
            mattes.forEach((part, matte) -> {
                assertThat(at(matte, face.place(part.label()))).as(part.label()).isGreaterThan(.95f);
                assertThat(area(matte)).as(part.label()).isLessThan(3 * 3.2 * PaintedFace.RADIUS * PaintedFace.RADIUS);
            });
            assertThat(at(skin(parts), face.place("eye_g")))
                    .as("glasses are skin")
                    .isGreaterThan(.95f);
            assertThat(at(skin(parts), face.place("hat"))).as("a hat is none").isLessThan(.05f);
        }
    }

    @Test
    void noPixelIsCoveredMoreThanOnce() throws Exception {
        PaintedFace face = face(.3);
        try (Network network = network();
                Picture picture = face.picture(CLASSES);
                HeadLayers layers = PaintedFace.layers();
                FaceParts parts = division(network).of(picture, face.mesh(), layers)) {
            float[] sum = new float[PaintedFace.SIZE * PaintedFace.SIZE];
            for (Matte matte : parts.mattes().values()) {
                float[] values = Floats.of(matte.alpha());
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += values[i];
                    assertThat(sum[i]).isLessThan(1.001f);
                }
            }
        }
    }

    @Test
    void whatTheNetworkSeesBesideThePersonIsNoPartOfTheFace() throws Exception {
        PaintedFace face = face(0);
        Matte lowerHalf = PaintedFace.matte(1);
        try (PointerScope _ = new PointerScope()) {
            Mat upper = new Mat(lowerHalf.alpha(), new Rect(0, 0, PaintedFace.SIZE, PaintedFace.SIZE / 2));
            upper.put(Scalar.all(0));
        }
        try (Network network = network();
                Picture picture = face.picture(CLASSES);
                HeadLayers layers = PaintedFace.layers(lowerHalf);
                FaceParts parts = division(network).of(picture, face.mesh(), layers)) {
            assertThat(at(skin(parts), face.place("skin"))).isZero();
            Matte lip = Objects.requireNonNull(parts.mattes().get(FacePart.LOWER_LIP));
            assertThat(at(lip, face.place("l_lip"))).isGreaterThan(.95f);
        }
    }

    @Test
    void leavesNoNativeMemoryBehind() throws Exception {
        PaintedFace face = face(0);
        try (Network network = network();
                Picture picture = face.picture(CLASSES);
                HeadLayers layers = PaintedFace.layers()) {
            division(network).of(picture, face.mesh(), layers).close();
            long before = Pointer.totalBytes();
            division(network).of(picture, face.mesh(), layers).close();
            assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
        }
    }

    @Test
    void refusesClassesThatLackAPartOfEveryFace() {
        String[] classes =
                CLASSES.stream().filter(name -> !name.equals("l_lip")).toArray(String[]::new);
        assertThatThrownBy(() -> NetworkDivision.requireClasses(ClassFormat.of(classes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("it lacks l_lip");
    }

    @Test
    void refusesANameThatItDoesNotKnowAndSaysWhichItKnows() {
        String[] classes = CLASSES.stream()
                .map(name -> name.equals("l_ear") ? "left-ear" : name)
                .toArray(String[]::new);
        assertThatThrownBy(() -> NetworkDivision.requireClasses(ClassFormat.of(classes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("classes has left-ear; allowed are [background, cloth")
                .hasMessageContaining("l_ear");
    }

    private static PaintedFace face(double roll) {
        return new PaintedFace(roll)
                .with("skin", 0, -45)
                .with("eye_g", 0, -27)
                .with("r_brow", -22, -30)
                .with("l_brow", 22, -30)
                .with("r_eye", -20, -12)
                .with("l_eye", 20, -12)
                .with("nose", 0, 5)
                .with("u_lip", 0, 24)
                .with("l_lip", 0, 40)
                .with("r_ear", -48, 0)
                .with("l_ear", 48, 0)
                .with("hat", 0, -70);
    }

    private Network network() throws Exception {
        return new OnnxRuntimeNetwork(PaintedFace.network(folder.resolve("parts.onnx"), CLASSES.size()), 1);
    }

    private FaceDivision division(Network network) {
        return new NetworkDivision(new ClassNetwork(network, format));
    }

    private static Matte skin(FaceParts parts) {
        return Objects.requireNonNull(parts.mattes().get(FacePart.SKIN));
    }

    private static float at(Matte matte, Point place) {
        return Floats.of(matte.alpha())[(int) place.y() * matte.width() + (int) place.x()];
    }

    private static double area(Matte matte) {
        double area = 0;
        for (float value : Floats.of(matte.alpha())) {
            area += value;
        }
        return area;
    }
}
