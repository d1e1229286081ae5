package io.imageseg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every engine's networks do alike. */
class NetworkContractTest {
    private static final float[][] RED_AND_GREEN = {{1, 0, 0}, {0, 1, 0}};
    private static final int FREE = 0;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void givesEachOutputByItsNameInTheFile(TestEngine engine) throws IOException {
        GeneratedNetwork file = new GeneratedNetwork(4)
                .convolution("second", RED_AND_GREEN, .5f, 0)
                .constant("labels", new long[] {7, -3}, 2)
                .constant("first", new float[] {.25f}, 1);
        try (Network network = open(engine, file)) {
            assertThat(network.inputShape()).containsExactly(1L, 3L, 4L, 4L);
            assertThat(network.outputs()).containsExactly("second", "labels", "first");
            fill(network.input(1, 3, 4, 4));
            Map<String, Tensor> found = network.run("first", "second", "labels");
            assertThat(values(found, "second"))
                    .hasSize(32)
                    .startsWith(.5f, 1.5f)
                    .endsWith(31);
            assertThat(values(found, "labels")).containsExactly(7, -3);
            assertThat(values(found, "first")).containsExactly(.25f);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesOneSizeAfterAnotherWhereExtentsAreFree(TestEngine engine) throws IOException {
        Random random = new Random(1);
        try (Network network = open(engine, convolution(FREE))) {
            assertThat(network.inputShape()).containsExactly(1L, 3L, -1L, -1L);
            for (int i = 0; i < 40; i++) {
                int height = 1 + random.nextInt(40);
                int width = 1 + random.nextInt(40);
                fill(network.input(1, 3, height, width));
                Tensor found = Objects.requireNonNull(network.run("scores").get("scores"));
                assertThat(found.shape()).containsExactly(1, 2, height, width);
                assertThat(found.values().get(height * width - 1)).isEqualTo(height * width - 1, within(1e-3f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesShapesItDoesNotTakeAndGoesOn(TestEngine engine) throws IOException {
        long[] odd = {0, -1, 1, 2, 3, 4, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
        Random random = new Random(2);
        try (Network network = open(engine, convolution(4))) {
            for (int i = 0; i < 500; i++) {
                long[] shape = random.longs(random.nextInt(7), 0, odd.length)
                        .map(index -> odd[(int) index])
                        .toArray();
                if (!Arrays.equals(shape, new long[] {1, 3, 4, 4})) {
                    assertThatThrownBy(() -> network.input(shape))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("takes an input of [1, 3, 4, 4]");
                }
            }
            fill(network.input(1, 3, 4, 4));
            assertThat(values(network.run("scores"), "scores")).endsWith(31);
        }
        try (Network network = open(engine, convolution(FREE))) {
            assertThatThrownBy(() -> network.input(1, 3, Long.MAX_VALUE, Long.MAX_VALUE))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> network.input(1, 3, 0, 5)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnOutputItDoesNotHaveAndGoesOn(TestEngine engine) throws IOException {
        try (Network network = open(engine, convolution(4))) {
            fill(network.input(1, 3, 4, 4));
            assertThatThrownBy(() -> network.run("scores", "nonsense")).isInstanceOf(ModelException.class);
            assertThatThrownBy(() -> network.run("")).isInstanceOf(ModelException.class);
            assertThat(values(network.run("scores"), "scores")).endsWith(31);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsItsInputInPlace(TestEngine engine) throws IOException {
        try (Network network = open(engine, convolution(4))) {
            fill(network.input(1, 3, 4, 4));
            network.input(1, 3, 4, 4).put(31, 100);
            assertThat(network.input(1, 3, 4, 4).isDirect()).isTrue();
            assertThat(values(network.run("scores"), "scores")).endsWith(100);
            network.input(1, 3, 4, 4).put(31, 200);
            assertThat(values(network.run("scores"), "scores")).endsWith(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotRunBeforeItHasAnInput(TestEngine engine) throws IOException {
        try (Network network = open(engine, convolution(4))) {
            assertThatThrownBy(() -> network.run("scores"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has no input yet");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotUsedAfterItWasClosedWhileItsValuesCanStillBeRead(TestEngine engine) throws IOException {
        Network network = open(engine, convolution(4));
        FloatBuffer input = network.input(1, 3, 4, 4);
        fill(input);
        Map<String, Tensor> found = network.run("scores");
        network.close();
        network.close();
        assertThat(input.get(31)).isEqualTo(31);
        assertThat(values(found, "scores")).endsWith(31);
        assertThatThrownBy(() -> network.input(1, 3, 4, 4)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> network.run("scores"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    @ParameterizedTest
    @EnumSource
    void refusesFilesThatAreNoNetworks(TestEngine engine) throws IOException {
        open(engine, convolution(4)).close();
        byte[] whole = Files.readAllBytes(folder.resolve("network.onnx"));
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            Path file = Files.write(folder.resolve("cut" + i + ".onnx"), Arrays.copyOf(whole, i * whole.length / 60));
            assertThatThrownBy(() -> engine.open(file, folder.resolve("cache")))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(file.toString());
            byte[] noise = new byte[1 + random.nextInt(400)];
            random.nextBytes(noise);
            Path noisy = Files.write(folder.resolve("noise" + i + ".onnx"), noise);
            assertThatThrownBy(() -> engine.open(noisy, folder.resolve("cache")))
                    .isInstanceOf(ModelException.class);
        }
        assertThatThrownBy(() -> engine.open(folder.resolve("none.onnx"), folder))
                .isInstanceOf(ModelException.class);
    }

    private Network open(TestEngine engine, GeneratedNetwork network) throws IOException {
        return engine.open(network.write(folder.resolve("network.onnx")), folder.resolve("cache"));
    }

    private static GeneratedNetwork convolution(int side) {
        return new GeneratedNetwork(side).convolution("scores", RED_AND_GREEN, 0, 0);
    }

    /** 0, 1, 2, …: the first channel holds 0 to height · width − 1. */
    private static void fill(FloatBuffer input) {
        for (int i = 0; i < input.capacity(); i++) {
            input.put(i, i);
        }
    }

    private static float[] values(Map<String, Tensor> found, String output) {
        FloatBuffer values = Objects.requireNonNull(found.get(output)).values().duplicate();
        float[] copy = new float[values.remaining()];
        values.get(copy);
        return copy;
    }
}
