package io.imageseg.image;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Image files put together byte by byte, as no encoder would. */
final class Bytes {
    private static final int PNG_HEADER = 33;

    private Bytes() {}

    /** A file of 64×32 pixels. */
    static byte[] picture(String format) {
        try (BytePointer file = new BytePointer()) {
            opencv_imgcodecs.imencode("." + format, new Mat(32, 64, opencv_core.CV_8UC3, Scalar.all(99)), file);
            byte[] bytes = new byte[(int) file.limit()];
            file.get(bytes);
            return bytes;
        }
    }

    static byte[] joined(String first, byte[] second) {
        byte[] head = first.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(head.length + second.length)
                .put(head)
                .put(second)
                .array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, at)
                .put(more)
                .put(file, at, file.length - at)
                .array();
    }

    /** So many zeros, compressed. */
    static byte[] deflated(int zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] none = new byte[1 << 20];
        byte[] some = new byte[1 << 16];
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            for (int left = zeros; left > 0; left -= none.length) {
                deflater.setInput(none, 0, Math.min(left, none.length));
                while (!deflater.needsInput()) {
                    out.write(some, 0, deflater.deflate(some));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                out.write(some, 0, deflater.deflate(some));
            }
        }
        return out.toByteArray();
    }

    static byte[] withChunk(byte[] png, String type, byte[] data) {
        return inserted(png, PNG_HEADER, chunk(type, data));
    }

    /** An RGB PNG. */
    static byte[] pngOf(int width, int height, byte[] compressed) {
        byte[] start = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(start);
        png.writeBytes(chunk("IHDR", header.array()));
        png.writeBytes(chunk("IDAT", compressed));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = joined(type, data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] jpegWithXmp(byte[] jpeg, byte[] xmp) {
        return inserted(jpeg, 2, application(joined("http://ns.adobe.com/xap/1.0/\0", xmp)));
    }

    /** With an EXIF segment of one tag, of shorts or of bytes (TIFF 6.0). */
    static byte[] jpegWithExif(byte[] jpeg, int tag, byte[] value) {
        boolean isShort = value.length == 2;
        ByteBuffer tiff = ByteBuffer.allocate(26 + value.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) tag).putShort((short) (isShort ? 3 : 1));
        tiff.putInt(isShort ? 1 : value.length);
        if (isShort) {
            tiff.put(value);
        } else {
            tiff.putInt(26).putInt(0).put(value);
        }
        return inserted(jpeg, 2, application(joined("Exif\0\0", tiff.array())));
    }

    private static byte[] application(byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .putShort((short) 0xffe1)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** An extended WebP whose canvas is so large. */
    static byte[] webpWithXmp(byte[] webp, int width, int height, byte[] xmp) {
        byte[] even = Arrays.copyOf(xmp, xmp.length + xmp.length % 2);
        ByteBuffer file =
                ByteBuffer.allocate(webp.length + 18 + 8 + even.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(webp, 0, 12)
                .put("VP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .putInt(4);
        file.putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0);
        file.put(webp, 12, webp.length - 12);
        file.put("XMP ".getBytes(StandardCharsets.US_ASCII)).putInt(xmp.length).put(even);
        return file.putInt(4, file.capacity() - 8).array();
    }

    static byte[] riffOfLength(byte[] webp, int length) {
        byte[] file = webp.clone();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, length).putInt(16, length - 12);
        return file;
    }

    /** Of BITMAPV5HEADER, with a colour profile that is said to be so long. */
    static byte[] bmpWithProfile(byte[] bmp, int length) {
        ByteBuffer file = ByteBuffer.allocate(14 + 124 + 64 * 32 * 3).order(ByteOrder.LITTLE_ENDIAN);
        file.put(bmp, 0, 14).putInt(124).put(bmp, 18, 36);
        file.putInt(10, 14 + 124).putInt(14 + 56, 0x4d424544);
        return file.putInt(14 + 112, 124).putInt(14 + 116, length).array();
    }

    /** With other sizes in its frame header (ITU-T T.81, B.2.2). */
    static byte[] resizedJpeg(byte[] jpeg, int width, int height) {
        byte[] file = jpeg.clone();
        int at = 2;
        while ((file[at + 1] & 0xff) != 0xc0) {
            at += 2 + ByteBuffer.wrap(file).getShort(at + 2);
        }
        ByteBuffer.wrap(file).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return file;
    }

    static byte[] progressiveJpeg(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.RED, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    static byte[] lastScanRepeated(byte[] jpeg, int times) {
        int scan = jpeg.length - 2;
        while ((jpeg[scan] & 0xff) != 0xff || (jpeg[scan + 1] & 0xff) != 0xda) {
            scan--;
        }
        byte[] repeated = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        ByteBuffer file =
                ByteBuffer.allocate(jpeg.length + times * repeated.length).put(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < times; i++) {
            file.put(repeated);
        }
        return file.put((byte) 0xff).put((byte) 0xd9).array();
    }
}
