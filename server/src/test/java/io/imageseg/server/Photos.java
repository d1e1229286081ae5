package io.imageseg.server;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Test photos: a subject, red where there is colour and else white, in the middle third of a blue or black ground. */
final class Photos {
    private Photos() {}

    static byte[] of(String format, int width, int height) {
        return encoded(drawn(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), Color.RED), format);
    }

    static byte[] png() {
        return of("png", 96, 60);
    }

    static byte[] jpeg() {
        return of("jpg", 96, 60);
    }

    /** Nothing but ground. */
    static byte[] empty() {
        return encoded(new BufferedImage(96, 60, BufferedImage.TYPE_3BYTE_BGR), "png");
    }

    /** A JPEG whose subject is at the left. */
    static byte[] redLeft() {
        BufferedImage image = new BufferedImage(96, 60, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(4, 10, 36, 40);
        graphics.dispose();
        return encoded(image, "jpg");
    }

    /** RGBA, the upper half of the subject quite transparent. */
    static byte[] halfTransparent() {
        BufferedImage image = drawn(new BufferedImage(96, 60, BufferedImage.TYPE_INT_ARGB), Color.RED);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 96; x++) {
                image.setRGB(x, y, image.getRGB(x, y) & 0xffffff);
            }
        }
        return encoded(image, "png");
    }

    static byte[] rgbaPng() {
        return encoded(drawn(new BufferedImage(96, 60, BufferedImage.TYPE_INT_ARGB), Color.RED), "png");
    }

    static byte[] palettePng() {
        return encoded(drawn(new BufferedImage(96, 60, BufferedImage.TYPE_BYTE_INDEXED), Color.RED), "png");
    }

    static byte[] greyPng() {
        return encoded(drawn(new BufferedImage(96, 60, BufferedImage.TYPE_BYTE_GRAY), Color.WHITE), "png");
    }

    static byte[] greyAlphaPng() {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 96, 60, 2, new Point());
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 96; x++) {
                boolean subject = x >= 32 && x < 64 && y >= 20 && y < 40;
                raster.setPixel(x, y, new int[] {subject ? 255 : 0, 255});
            }
        }
        return encoded(new BufferedImage(model, raster, false, null), "png");
    }

    static byte[] deepPng() {
        return encoded(".png", opencv_core.CV_16UC3, 65_535);
    }

    static byte[] webp() {
        return encoded(".webp", opencv_core.CV_8UC3, 255);
    }

    private static BufferedImage drawn(BufferedImage image, Color subject) {
        int width = image.getWidth();
        int height = image.getHeight();
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(subject.equals(Color.RED) ? Color.BLUE : Color.BLACK);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(subject);
        graphics.fillRect(width / 3, height / 3, width / 3, height / 3);
        graphics.dispose();
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, file)) {
                throw new AssertionError("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] encoded(String suffix, int type, int most) {
        try (Mat pixels = new Mat(60, 96, type, new Scalar(most, 0, 0, 0));
                BytePointer file = new BytePointer()) {
            new Mat(pixels, new Rect(32, 20, 32, 20)).put(new Scalar(0, 0, most, 0));
            opencv_imgcodecs.imencode(suffix, pixels, file);
            byte[] bytes = new byte[(int) file.limit()];
            file.get(bytes);
            return bytes;
        }
    }

    static BufferedImage decoded(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
