package io.imageseg.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    private static final int RED = 0xC81E14;
    private static final int BLUE = 0x1428C8;

    private final PictureReader reader = new PictureReader(10_000);

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp"})
    void readsEachFormatToTheSameColours(String format) throws Exception {
        try (Picture picture = reader.read(redLeftOfBlue(format))) {
            assertThat(picture.width()).isEqualTo(64);
            assertThat(picture.height()).isEqualTo(32);
            assertColour(picture, 8, 16, RED);
            assertColour(picture, 56, 16, BLUE);
        }
    }

    @Test
    void readsWebp() throws Exception {
        BytePointer file = new BytePointer();
        opencv_imgcodecs.imencode(".webp", new Mat(32, 64, opencv_core.CV_8UC3, new Scalar(20, 30, 200, 0)), file);
        byte[] bytes = new byte[(int) file.limit()];
        file.get(bytes);
        assertThat(ImageHeader.of(bytes).format()).isEqualTo(ImageFormat.WEBP);
        try (Picture picture = reader.read(bytes)) {
            assertColour(picture, 8, 16, RED);
        }
    }

    /** EXIF 2.32: where the stored left half, which is red, is to be seen. */
    @ParameterizedTest
    @CsvSource({"1,8,16", "2,56,16", "3,56,16", "4,8,16", "5,16,8", "6,16,8", "7,16,56", "8,16,56"})
    void turnsPicturesAsTheirOrientationTagSays(int tag, int redX, int redY) throws Exception {
        byte[] file = withOrientation(redLeftOfBlue("jpg"), tag);
        ImageHeader header = ImageHeader.of(file);
        try (Picture picture = reader.read(file)) {
            assertThat(picture.width()).isEqualTo(header.viewWidth()).isEqualTo(tag < 5 ? 64 : 32);
            assertThat(picture.height()).isEqualTo(header.viewHeight()).isEqualTo(tag < 5 ? 32 : 64);
            assertColour(picture, redX, redY, RED);
        }
    }

    @Test
    void laysTransparentPixelsOnWhiteAndKeepsTheirTransparency() throws Exception {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(3, 4, 0xFF000000 | BLUE);
        try (Picture picture = reader.read(encoded(image, "png"))) {
            assertColour(picture, 0, 0, 0xFFFFFF);
            assertColour(picture, 3, 4, BLUE);
            Mat transparency = Objects.requireNonNull(picture.transparency());
            try (UByteIndexer values = transparency.createIndexer()) {
                assertThat(values.get(4, 3)).isEqualTo(255);
                assertThat(values.get(0, 0)).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp"})
    void refusesFilesThatAreCutOffAnywhere(String format) throws Exception {
        byte[] file = redLeftOfBlue(format);
        for (int length = 0; length < file.length; length += 7) {
            byte[] part = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> reader.read(part).close()).isInstanceOf(UnreadableImageException.class);
        }
    }

    @Test
    void refusesAPngThatClaimsMorePixelsThanAllowedBeforeDecodingIt() throws Exception {
        byte[] file = redLeftOfBlue("png");
        ByteBuffer header = ByteBuffer.wrap(file).putInt(16, 100_000).putInt(20, 100_000);
        CRC32 crc = new CRC32();
        crc.update(file, 12, 17);
        header.putInt(29, (int) crc.getValue());
        assertThatThrownBy(() -> reader.read(file).close())
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("100000×100000 = 10000000000 pixels")
                .hasMessageContaining("at most 10000");
    }

    @Test
    void refusesAPngWhoseDataDoesNotMatchItsChecksum() throws Exception {
        byte[] file = redLeftOfBlue("png");
        file[file.length / 2] ^= 1;
        assertThatThrownBy(() -> reader.read(file).close()).isInstanceOf(UnreadableImageException.class);
    }

    @Test
    void refusesText() {
        byte[] text = "this is no image, only a sentence".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.read(text).close()).hasMessageContaining("not a JPEG, PNG, WebP or BMP");
    }

    @Test
    void refusesGif() throws Exception {
        byte[] gif = redLeftOfBlue("gif");
        assertThat(ImageHeader.of(gif).format()).isEqualTo(ImageFormat.GIF);
        assertThatThrownBy(() -> reader.read(gif).close()).hasMessageContaining("GIF is not read");
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void knowsEveryOrientationByItsTag(Orientation orientation) {
        assertThat(Orientation.ofTag(Arrays.asList(Orientation.values()).indexOf(orientation) + 1))
                .isEqualTo(orientation);
    }

    private static byte[] redLeftOfBlue(String format) throws Exception {
        BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 64; x++) {
                image.setRGB(x, y, x < 32 ? RED : BLUE);
            }
        }
        return encoded(image, format);
    }

    private static byte[] encoded(BufferedImage image, String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** Puts an APP1 segment with one EXIF tag behind the start of a JPEG file. */
    private static byte[] withOrientation(byte[] jpeg, int tag) {
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 36);
        file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) 34);
        file.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        file.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        file.putShort((short) tag).putShort((short) 0).putInt(0);
        return file.put(jpeg, 2, jpeg.length - 2).array();
    }

    private static void assertColour(Picture picture, int x, int y, int rgb) {
        try (UByteIndexer pixels = picture.rgb().createIndexer()) {
            assertThat(pixels.get(y, x, 0)).isCloseTo(rgb >> 16, within(6));
            assertThat(pixels.get(y, x, 1)).isCloseTo((rgb >> 8) & 255, within(6));
            assertThat(pixels.get(y, x, 2)).isCloseTo(rgb & 255, within(6));
        }
    }
}
