package io.imageseg.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.image.Floats;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.model.Network;
import io.imageseg.model.OneConvolution;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.own.ClassFormat;
import io.imageseg.own.ClassNetwork;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hair where a real ONNX file says it is, which no colour or place of hair would suggest. */
class NetworkHairTest {
    private static final List<String> CLASSES =
            List.of("background", "hair", "body-skin", "face-skin", "clothes", "others");

    @TempDir
    Path folder;

    @Test
    void hairIsWhatTheNetworkSaysAndOfThePerson() throws Exception {
        PaintedFace face = new PaintedFace(.4).with("hair", 60, 60).with("clothes", -60, 60);
        try (Network network =
                        new OnnxRuntimeNetwork(PaintedFace.network(folder.resolve("six.onnx"), CLASSES.size()), 1);
                Picture picture = face.picture(CLASSES);
                Matte people = PaintedFace.matte(1);
                Matte nobody = PaintedFace.matte(0)) {
            HeadReader reader = reader(network, ClassFormat.of(CLASSES.toArray(String[]::new)));
            try (HeadLayers layers = reader.of(picture, face.mesh(), List.of(), people);
                    HeadLayers none = reader.of(picture, face.mesh(), List.of(), nobody)) {
                assertThat(at(layers, face, "hair")).isGreaterThan(.9f);
                assertThat(at(layers, face, "clothes")).isLessThan(.05f);
                assertThat(at(layers, face, "face")).isLessThan(.05f);
                assertThat(at(none, face, "hair")).isZero();
            }
        }
    }

    @Test
    void aNetworkOfOneChannelGivesTheProbability() throws Exception {
        PaintedFace face = new PaintedFace(0).with("hair", 60, 60);
        Path file = OneConvolution.write(folder.resolve("one.onnx"), new float[][] {{1, 0, 0}}, 0);
        try (Network network = new OnnxRuntimeNetwork(file, 1);
                Picture picture = face.picture(CLASSES);
                Matte people = PaintedFace.matte(1);
                HeadLayers layers =
                        reader(network, ClassFormat.of("hair")).of(picture, face.mesh(), List.of(), people)) {
            assertThat(at(layers, face, "hair")).as("half red").isBetween(.4f, .6f);
            assertThat(at(layers, face, "face")).isZero();
        }
    }

    @Test
    void refusesClassesWithoutHair() {
        assertThatThrownBy(() -> NetworkHair.requireClasses(ClassFormat.of("background", "person")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("classes is [background, person]; one of them must be hair");
    }

    private static HeadReader reader(Network network, ClassFormat format) {
        return new HeadReader(new NetworkHair(new ClassNetwork(network, format)));
    }

    private static float at(HeadLayers layers, PaintedFace face, String name) {
        int x = (int) face.place(name).x() - layers.box().x();
        int y = (int) face.place(name).y() - layers.box().y();
        return Floats.of(layers.hair().alpha())[y * layers.box().width() + x];
    }
}
