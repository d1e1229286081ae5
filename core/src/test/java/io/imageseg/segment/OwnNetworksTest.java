package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageseg.TestPhotos;
import io.imageseg.face.FacePart;
import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.model.ModelException;
import io.imageseg.model.Network;
import io.imageseg.model.NetworkFile;
import io.imageseg.model.OneConvolution;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.own.ClassFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiny ONNX files in place of the built-in methods for hair and parts of faces, in a whole {@link Segmentation}. */
class OwnNetworksTest {
    private static final ClassFormat HAIR = ClassFormat.of("background", "hair");
    private static final ClassFormat PARTS =
            ClassFormat.of("skin", "nose", "l_brow", "r_brow", "l_eye", "r_eye", "u_lip", "l_lip");

    @TempDir
    Path folder;

    @Test
    void theWholePersonIsHairIfTheNetworkSaysSo() throws Exception {
        Optional<OwnNetwork<ClassFormat>> everything = Optional.of(own("all.onnx", HAIR, new float[2][3], -10, 10));
        try (Picture photo = TestPhotos.astronaut();
                Segmentation builtIn = new Segmentation(networks(isnet()));
                Segmentation own = new Segmentation(
                        networks(isnet()), new OwnNetworks(everything, Optional.empty(), Optional.empty()))) {
            assertThat(hair(builtIn, photo).height()).isLessThan(300);
            assertThat(hair(own, photo).height()).as("down to the chest").isGreaterThan(350);
            assertThat(own.isReady()).isTrue();
        }
    }

    @Test
    void theFaceIsDividedAsTheNetworkSays() throws Exception {
        float[] noseAlone = {-10, 10, -10, -10, -10, -10, -10, -10};
        Optional<OwnNetwork<ClassFormat>> nose = Optional.of(own("nose.onnx", PARTS, new float[8][3], noseAlone));
        try (Picture photo = TestPhotos.astronaut();
                Segmentation builtIn = new Segmentation(networks(isnet()));
                Segmentation own =
                        new Segmentation(networks(isnet()), new OwnNetworks(Optional.empty(), nose, Optional.empty()));
                FaceParse.Parts found = (FaceParse.Parts) own.parseFace(photo);
                FaceParse.Parts usual = (FaceParse.Parts) builtIn.parseFace(photo)) {
            assertThat(found.cutouts()).containsOnlyKeys(FacePart.NOSE);
            assertThat(width(found)).as("the square around the face").isGreaterThan(150);
            assertThat(width(usual)).isLessThan(60);
        }
    }

    @Test
    void aNetworkWithAnotherNumberOfChannelsIsToldOfBeforeAnyRequest() throws Exception {
        OwnNetwork<ClassFormat> three = own("three.onnx", HAIR, new float[3][3], 0, 0, 0);
        assertThat(failureOf(three))
                .contains("three.onnx does not fit its settings")
                .contains("has 3 channels, but classes has 2 names: [background, hair]");
    }

    @Test
    void aFileThatIsNoNetworkIsToldOf() throws Exception {
        Path file = Files.writeString(folder.resolve("text.onnx"), "no network");
        assertThat(failureOf(new OwnNetwork<>("text.onnx", () -> new OnnxRuntimeNetwork(file, 1), HAIR)))
                .contains("text.onnx cannot be loaded");
    }

    @Test
    void classesThatAreNotEnoughAreRefusedAtOnceWithTheNetworksName() throws Exception {
        OwnNetwork<ClassFormat> two = own("two.onnx", HAIR, new float[2][3], 0, 0);
        assertThatThrownBy(() -> new OwnNetworks(Optional.empty(), Optional.of(two), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the network two.onnx: classes is [background, hair]; it lacks skin");
    }

    /** What is said of a hair network while nothing else is wrong. */
    private String failureOf(OwnNetwork<ClassFormat> network) throws Exception {
        Path other = OneConvolution.write(folder.resolve("other.onnx"), new float[1][3], 0);
        BlockingQueue<ModelException> failures = new LinkedBlockingQueue<>();
        try (Segmentation segmentation = new Segmentation(
                networks(() -> new OnnxRuntimeNetwork(other, 1)),
                new OwnNetworks(Optional.of(network), Optional.empty(), Optional.empty()))) {
            segmentation.whenBroken(failures::add);
            ModelException failure = Objects.requireNonNull(failures.poll(30, TimeUnit.SECONDS), "nothing was told");
            assertThat(segmentation.isReady()).isFalse();
            return String.valueOf(failure.getMessage());
        }
    }

    private OwnNetwork<ClassFormat> own(String name, ClassFormat format, float[][] weights, float... bias)
            throws Exception {
        Path file = OneConvolution.write(folder.resolve(name), weights, bias);
        return new OwnNetwork<>(name, () -> new OnnxRuntimeNetwork(file, 1), format);
    }

    private static Supplier<Network> isnet() {
        Path file = Path.of(System.getProperty("imageseg.models", ""), NetworkFile.ISNET.file());
        assumeTrue(Files.exists(file), "run ./imageseg build first: the network is not there");
        return () -> new OnnxRuntimeNetwork(file, 2);
    }

    private static Networks networks(Supplier<Network> isnet) {
        return Networks.bundledWith(isnet, 2);
    }

    private static Box hair(Segmentation segmentation, Picture photo) {
        List<PlacedCutout> found = segmentation.cutHeads(photo, HeadPart.HAIR);
        assertThat(found).hasSize(1);
        try (PlacedCutout hair = found.getFirst()) {
            return hair.place();
        }
    }

    private static int width(FaceParse.Parts parts) {
        return Objects.requireNonNull(parts.cutouts().get(FacePart.NOSE))
                .place()
                .width();
    }
}
