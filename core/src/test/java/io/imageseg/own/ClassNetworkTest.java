package io.imageseg.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.imageseg.image.AlignedSquare;
import io.imageseg.image.Floats;
import io.imageseg.image.Picture;
import io.imageseg.image.Point;
import io.imageseg.model.Network;
import io.imageseg.model.OneConvolution;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.model.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into somebody's network and what is made of what it gives, on a picture of R 255, G 51, B 0. */
class ClassNetworkTest {
    private static final float[][] RED_GREEN_BLUE = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    @TempDir
    Path folder;

    @Test
    void seesRedFirstLessTheMeanAndOverTheDeviationAndGivesSoftmax() throws Exception {
        ClassFormat format = new ClassFormat(
                List.of("a", "b", "c"),
                new PixelFormat(PixelLayout.NCHW, ColourOrder.RGB, List.of(.5, .2, 0.0), List.of(.25, 1.0, 1.0)),
                Optional.of("scores"));
        try (Network network = new OnnxRuntimeNetwork(OneConvolution.write(file(), 8, RED_GREEN_BLUE, 0, 0, 0), 1)) {
            double red = Math.exp(2);
            assertThat(first(network, format, "a")).isCloseTo((float) (red / (red + 2)), within(1e-4f));
            assertThat(first(network, format, "c")).isCloseTo((float) (1 / (red + 2)), within(1e-4f));
        }
    }

    @Test
    void probabilitiesStayAsTheyAreAndThoseOfOneNameAreAdded() throws Exception {
        float[][] constant = new float[3][3];
        try (Network network = new OnnxRuntimeNetwork(OneConvolution.write(file(), 8, constant, .2f, .3f, .5f), 1)) {
            assertThat(first(network, ClassFormat.of("a", "b", "a"), "a")).isCloseTo(.7f, within(1e-4f));
        }
    }

    @Test
    void interleavedPixelsAreToldByTheirLayout() {
        ClassFormat format = new ClassFormat(
                List.of("red", "green", "blue"),
                new PixelFormat(PixelLayout.NHWC, ColourOrder.RGB, List.of(0.0, 0.0, 0.0), List.of(1.2, 1.2, 1.2)),
                Optional.empty());
        assertThat(first(new Same(4, 6), format, "red"))
                .as("255 and 51 over 255 · 1.2")
                .isCloseTo(.8333f, within(1e-3f));
        assertThat(first(new Same(4, 6), format, "green")).isCloseTo(.1667f, within(1e-3f));
    }

    @Test
    void anotherNumberOfChannelsThanOfClassesIsRefused() throws Exception {
        refused(ClassFormat.of("a", "b"), "has 3 channels, but classes has 2 names: [a, b]");
    }

    @Test
    void anotherLayoutIsRefused() throws Exception {
        ClassFormat format =
                new ClassFormat(List.of("a", "b", "c"), PixelFormat.of(PixelLayout.NHWC), Optional.empty());
        refused(format, "its input is of the shape [1, 3, 8, 8]; with the layout NHWC it must be like [1, 3, 8, 3]");
    }

    @Test
    void anOutputThatIsNotThereIsRefused() throws Exception {
        ClassFormat format = new ClassFormat(List.of("a", "b", "c"), PixelFormat.PLAIN, Optional.of("logits"));
        refused(format, "it has no output logits; its outputs are [scores]");
    }

    private void refused(ClassFormat format, String said) throws Exception {
        try (Network network = new OnnxRuntimeNetwork(OneConvolution.write(file(), 8, RED_GREEN_BLUE, 0, 0, 0), 1)) {
            assertThatThrownBy(() -> format.check(network))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(said);
        }
    }

    private Path file() {
        return folder.resolve("network.onnx");
    }

    private static float first(Network network, ClassFormat format, String name) {
        try (PointerScope _ = new PointerScope();
                Picture picture = new Picture(new Mat(40, 40, CV_8UC3, new Scalar(255, 51, 0, 0)), null)) {
            AlignedSquare square = new AlignedSquare(new Point(20, 20), 30, .5);
            ClassNetwork classes = new ClassNetwork(network, format);
            return Floats.of(Objects.requireNonNull(
                    classes.probabilities(picture, square).get(name)))[0];
        }
    }

    /** Gives what it gets, interleaved. */
    private record Same(int width, int height, FloatBuffer values) implements Network {
        Same(int width, int height) {
            this(
                    width,
                    height,
                    ByteBuffer.allocateDirect(width * height * 12)
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer());
        }

        @Override
        public List<Long> inputShape() {
            return List.of(1L, (long) height, (long) width, 3L);
        }

        @Override
        public List<String> outputs() {
            return List.of("same");
        }

        @Override
        public FloatBuffer input(long... shape) {
            return values.duplicate();
        }

        @Override
        public Map<String, Tensor> run(String... outputs) {
            return Map.of("same", new Tensor(new long[] {1, height, width, 3}, values.duplicate()));
        }

        @Override
        public void close() {}
    }
}
