package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * 8-bit PNG files (ISO/IEC 15948), made for speed: strips of rows are compressed beside each other, as many as there are
 * cores, and joined to one stream.
 */
final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** A zlib stream (RFC 1950) with a window of 32 KB, compressed by the fastest algorithm. */
    private static final byte[] ZLIB = {0x78, 0x01};

    /** A thinner strip would lose more by beginning anew than it wins. */
    private static final int LEAST_ROWS = 64;

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** What a pixel is, by PNG's number for it. */
    private enum Colour {
        GREY(0),
        RGB(2),
        RGBA(6);

        private final int number;

        Colour(int number) {
            this.number = number;
        }
    }

    private PngWriter() {}

    /** From CV_8UC4, red first. */
    static byte[] rgba(Mat rgba) {
        return encode(rgba, Colour.RGBA);
    }

    /** From CV_8UC3, blue first. */
    static byte[] bgr(Mat bgr) {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat();
            cvtColor(bgr, rgb, COLOR_BGR2RGB);
            return encode(rgb, Colour.RGB);
        }
    }

    /** From CV_8UC1. */
    static byte[] grey(Mat grey) {
        return encode(grey, Colour.GREY);
    }

    private static byte[] encode(Mat pixels, Colour colour) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(pixels.cols()).putInt(pixels.rows());
        header.put((byte) 8).put((byte) colour.number);
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", compressed(pixels));
        chunk(file, "IEND");
        return file.toByteArray();
    }

    /** All rows as one zlib stream, in pieces. */
    private static byte[][] compressed(Mat pixels) {
        int count = Math.clamp(pixels.rows() / LEAST_ROWS, 1, CORES);
        List<PngStrip> strips = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> PngStrip.of(pixels, pixels.rows() * i / count, pixels.rows() * (i + 1) / count))
                .toList();
        byte[][] stream = new byte[count + 2][];
        stream[0] = ZLIB;
        Adler sum = Adler.NOTHING;
        for (int i = 0; i < count; i++) {
            stream[i + 1] = strips.get(i).deflated();
            sum = sum.followedBy(strips.get(i).sum());
        }
        stream[count + 1] = ByteBuffer.allocate(4).putInt(sum.value()).array();
        return stream;
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[]... pieces) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        int length = 0;
        for (byte[] piece : pieces) {
            crc.update(piece);
            length += piece.length;
        }
        file.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        file.writeBytes(name);
        for (byte[] piece : pieces) {
            file.writeBytes(piece);
        }
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
