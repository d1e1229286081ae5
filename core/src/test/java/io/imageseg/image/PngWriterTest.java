package io.imageseg.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGBA2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read by two other libraries, which both check what the file says of itself. */
class PngWriterTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 500", "500, 1", "7, 63", "64, 128", "301, 129", "640, 1000", "30000, 3"})
    void writesEveryPixelOfEveryKindAndSize(int width, int height) throws IOException {
        try (PointerScope _ = new PointerScope()) {
            Mat rgba = noise(width, height, 4);
            Mat bgra = new Mat();
            cvtColor(rgba, bgra, COLOR_RGBA2BGRA);
            assertReads(PngWriter.rgba(rgba), bgra, BufferedImage.TYPE_4BYTE_ABGR);
            Mat bgr = noise(width, height, 3);
            assertReads(PngWriter.bgr(bgr), bgr, BufferedImage.TYPE_3BYTE_BGR);
            Mat grey = noise(width, height, 1);
            assertReads(PngWriter.grey(grey), grey, BufferedImage.TYPE_BYTE_GRAY);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 100, 200", "0, 299, 400, 1", "399, 0, 1, 300"})
    void writesAPartOfAPicture(int x, int y, int width, int height) throws IOException {
        try (PointerScope _ = new PointerScope()) {
            Mat part = new Mat(noise(400, 300, 3), new Rect(x, y, width, height));
            assertReads(PngWriter.bgr(part), part, BufferedImage.TYPE_3BYTE_BGR);
        }
    }

    /** Half noise, half the same everywhere: both of what compresses well and what does not. */
    private static Mat noise(int width, int height, int channels) {
        byte[] bytes = new byte[width * height * channels];
        new Random(width).nextBytes(bytes);
        Arrays.fill(bytes, 0, bytes.length / 2, (byte) 200);
        Mat mat = new Mat(height, width, CV_8UC(channels));
        mat.data().put(bytes);
        return mat;
    }

    private static void assertReads(byte[] file, Mat expected, int type) throws IOException {
        Mat read = imdecode(new Mat(new BytePointer(file), false), IMREAD_UNCHANGED);
        assertThat(bytes(read)).isEqualTo(bytes(expected));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(image.getType()).isEqualTo(type);
        assertThat(image.getWidth()).isEqualTo(expected.cols());
        assertThat(image.getHeight()).isEqualTo(expected.rows());
        int channels = expected.channels();
        byte[] pixels = bytes(expected);
        for (int band = 0; band < channels; band++) {
            int inMat = channels == 1 || band == 3 ? band : 2 - band;
            int[] samples = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), band, (int[]) null);
            for (int i = 0; i < samples.length; i++) {
                if (samples[i] != (pixels[i * channels + inMat] & 0xff)) {
                    throw new AssertionError("channel %d of pixel %d is %d".formatted(band, i, samples[i]));
                }
            }
        }
    }

    private static byte[] bytes(Mat mat) {
        Mat whole = mat.clone();
        byte[] bytes = new byte[(int) whole.total() * whole.channels()];
        whole.data().get(bytes);
        return bytes;
    }
}
