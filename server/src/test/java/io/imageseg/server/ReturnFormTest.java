package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the results show. The photo is 96×60 with a red subject from (32, 20) to (64, 40) on blue; pixels are judged a
 * few steps from the edges, which are soft.
 */
class ReturnFormTest {
    private static final int RED = 0xffff0000;
    private static final int NOTHING = 0;

    private static TestServer server;
    private static ImageHost images;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = TestServer.start(data);
        images = new ImageHost();
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    private static BufferedImage cut(byte[] photo, String form) throws Exception {
        String source = images.put("photo", photo);
        RpcCall call =
                server.call("SegmentCommonImage").with("ImageURL", source).with("ReturnForm", form);
        Reply file = Reply.toGet(call.get().imageUrl());
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        return Photos.decoded(file.body());
    }

    @Test
    void isRgbaOfTheSourcesSize() throws Exception {
        BufferedImage result = cut(Photos.png(), "");
        assertLayout(result, 96, 60, 4);
        assertPixel(result, 48, 30, RED);
        assertPixel(result, 10, 10, NOTHING);
    }

    @Test
    void maskIsEightBitGrey() throws Exception {
        BufferedImage result = cut(Photos.png(), "mask");
        assertLayout(result, 96, 60, 1);
        assertThat(result.getRaster().getSample(48, 30, 0)).isGreaterThan(252);
        assertThat(result.getRaster().getSample(10, 10, 0)).isZero();
    }

    @Test
    void whiteBkIsOnWhiteWithoutTransparency() throws Exception {
        BufferedImage result = cut(Photos.png(), "whiteBK");
        assertLayout(result, 96, 60, 3);
        assertPixel(result, 48, 30, RED);
        assertPixel(result, 10, 10, 0xffffffff);
    }

    @Test
    void cropIsTheSubjectsBox() throws Exception {
        BufferedImage result = cut(Photos.png(), "crop");
        assertThat(result.getColorModel().getNumComponents()).isEqualTo(4);
        assertThat(result.getWidth()).isBetween(32, 36);
        assertThat(result.getHeight()).isBetween(20, 24);
        assertPixel(result, result.getWidth() / 2, result.getHeight() / 2, RED);
    }

    /** Tag 6: the stored left side is up, so what is stored 96×60 is seen 60×96. */
    @Test
    void photosThatAreTurnedByTheirTagComeOutUpright() throws Exception {
        BufferedImage result = cut(FileSurgery.turnedJpeg(Photos.redLeft(), 6), "");
        assertLayout(result, 60, 96, 4);
        assertThat(alpha(result, 30, 12)).as("the stored left is up").isGreaterThan(240);
        assertThat(alpha(result, 30, 84)).isZero();
    }

    @Test
    void theSourcesOwnTransparencyStays() throws Exception {
        BufferedImage result = cut(Photos.halfTransparent(), "");
        assertLayout(result, 96, 60, 4);
        assertThat(alpha(result, 48, 24)).as("was transparent").isZero();
        assertPixel(result, 48, 36, RED);
    }

    private static void assertLayout(BufferedImage image, int width, int height, int channels) {
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        ColorModel model = image.getColorModel();
        assertThat(model.getNumComponents()).isEqualTo(channels);
        assertThat(model.getPixelSize()).isEqualTo(channels * 8);
    }

    private static int alpha(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >>> 24;
    }

    /** Within 3 in every channel. */
    private static void assertPixel(BufferedImage image, int x, int y, int argb) {
        int found = image.getRGB(x, y);
        for (int shift = 0; shift < 32; shift += 8) {
            assertThat((found >>> shift & 0xff) - (argb >>> shift & 0xff))
                    .as("%08x at %d, %d", found, x, y)
                    .isBetween(-3, 3);
        }
    }
}
