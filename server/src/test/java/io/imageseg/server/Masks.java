package io.imageseg.server;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Test masks: white in the middle third, where {@link Photos} have their subject, on black. */
final class Masks {
    private Masks() {}

    /** 8-bit grey. */
    static byte[] png(int width, int height) {
        return of("png", width, height);
    }

    /** 8-bit grey. */
    static byte[] of(String format, int width, int height) {
        return drawn(format, new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
    }

    static byte[] rgb() {
        return drawn("png", new BufferedImage(96, 60, BufferedImage.TYPE_3BYTE_BGR));
    }

    static byte[] oneBit() {
        return drawn("png", new BufferedImage(96, 60, BufferedImage.TYPE_BYTE_BINARY));
    }

    static byte[] palette() {
        return drawn("png", new BufferedImage(96, 60, BufferedImage.TYPE_BYTE_INDEXED));
    }

    /** White everywhere. */
    static byte[] full() {
        BufferedImage image = new BufferedImage(96, 60, BufferedImage.TYPE_BYTE_GRAY);
        fill(image, 0, 0, 96, 60, Color.WHITE);
        return Photos.encoded(image, "png");
    }

    /** RGBA, opaque black in the middle third and quite transparent around it. */
    static byte[] transparentAround() {
        BufferedImage image = new BufferedImage(96, 60, BufferedImage.TYPE_INT_ARGB);
        fill(image, 32, 20, 32, 20, Color.BLACK);
        return Photos.encoded(image, "png");
    }

    private static byte[] drawn(String format, BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        fill(image, width / 3, height / 3, width / 3, height / 3, Color.WHITE);
        return Photos.encoded(image, format);
    }

    private static void fill(BufferedImage image, int x, int y, int width, int height, Color colour) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(x, y, width, height);
        graphics.dispose();
    }
}
