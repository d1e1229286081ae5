package io.imageseg.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.junit.jupiter.api.Test;

/** Grey 128 in linear light is 188 in sRGB (IEC 61966-2-1: 1.055·(128/255)^(1/2.4) − .055 = .737). */
class ColourProfileTest {
    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @Test
    void convertsThePixelsOfAPng() throws Exception {
        assertThat(grey(pngWith(LINEAR))).isCloseTo(188, within(2));
    }

    @Test
    void convertsThePixelsOfAJpegWhoseProfileSpansTwoSegments() throws Exception {
        assertThat(grey(jpegWith(LINEAR))).isCloseTo(188, within(2));
    }

    @Test
    void leavesSrgbAsItIs() throws Exception {
        assertThat(grey(pngWith(SRGB))).isEqualTo(128);
    }

    @Test
    void passesOverAProfileThatIsRubbish() throws Exception {
        assertThat(grey(pngWith(new byte[200]))).isEqualTo(128);
    }

    private static int grey(byte[] file) throws Exception {
        try (Picture picture = new PictureReader(10_000).read(file);
                UByteIndexer pixels = picture.rgb().createIndexer()) {
            return pixels.get(4, 4, 1);
        }
    }

    private static byte[] file(String format) throws Exception {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(128, 128, 128));
        graphics.fillRect(0, 0, 16, 16);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** Chunk iCCP behind IHDR, which ends at byte 33. */
    private static byte[] pngWith(byte[] icc) throws Exception {
        byte[] png = file("png");
        byte[] packed = new byte[icc.length + 64];
        int length;
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(icc);
            deflater.finish();
            length = deflater.deflate(packed);
        }
        ByteBuffer chunk = ByteBuffer.allocate(8 + 3 + length + 4).putInt(3 + length);
        chunk.put("iCCPp\0\0".getBytes(StandardCharsets.US_ASCII)).put(packed, 0, length);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + 3 + length);
        chunk.putInt((int) crc.getValue());
        return inserted(png, 33, chunk.array());
    }

    private static byte[] jpegWith(byte[] icc) throws Exception {
        int half = icc.length / 2;
        byte[] second = segment(2, icc, half, icc.length - half);
        return inserted(inserted(file("jpg"), 2, second), 2, segment(1, icc, 0, half));
    }

    private static byte[] segment(int number, byte[] icc, int from, int length) {
        ByteBuffer segment = ByteBuffer.allocate(18 + length).putShort((short) 0xFFE2);
        segment.putShort((short) (16 + length)).put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
        return segment.put((byte) number).put((byte) 2).put(icc, from, length).array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }
}
