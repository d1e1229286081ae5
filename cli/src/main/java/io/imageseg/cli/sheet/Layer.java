package io.imageseg.cli.sheet;

import io.imageseg.image.PlacedCutout;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A cutout as the JDK draws it, and where in the photo it lies. */
record Layer(BufferedImage pixels, int x, int y) {
    private static final double STRENGTH = .75;

    static Layer of(PlacedCutout cutout) throws IOException {
        BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(cutout.toPng()));
        return new Layer(pixels, cutout.place().x(), cutout.place().y());
    }

    /** Its shape in one colour, somewhat transparent. */
    BufferedImage in(Color colour) {
        BufferedImage tinted = new BufferedImage(pixels.getWidth(), pixels.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int rgb = colour.getRGB() & 0xFFFFFF;
        for (int row = 0; row < pixels.getHeight(); row++) {
            for (int column = 0; column < pixels.getWidth(); column++) {
                int alpha = (int) ((pixels.getRGB(column, row) >>> 24) * STRENGTH);
                tinted.setRGB(column, row, alpha << 24 | rgb);
            }
        }
        return tinted;
    }
}
