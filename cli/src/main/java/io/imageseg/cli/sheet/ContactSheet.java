package io.imageseg.cli.sheet;

import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A picture with a row for each photo: the photo, what was cut out of it on magenta, on white, and each cutout in a
 * colour of its own over the greyed photo. Magenta shows fringes, white shows halos, the colours show what belongs to
 * whom.
 */
public final class ContactSheet {
    private static final int PANELS = 4;
    private static final int GAP = 4;

    private final int panel;
    private final List<BufferedImage> rows = new ArrayList<>();

    /** @param panel the longest side of a photo on the sheet, in pixels */
    public ContactSheet(int panel) {
        this.panel = panel;
    }

    /** Adds a row. */
    public void add(Picture picture, List<PlacedCutout> cutouts) throws IOException {
        BufferedImage photo = ImageIO.read(new ByteArrayInputStream(picture.toPng()));
        List<Layer> layers = new ArrayList<>();
        for (PlacedCutout cutout : cutouts) {
            layers.add(Layer.of(cutout));
        }
        double scale = (double) panel / Math.max(photo.getWidth(), photo.getHeight());
        int width = Math.max(1, (int) Math.round(photo.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(photo.getHeight() * scale));
        BufferedImage row = new BufferedImage(PANELS * (panel + GAP), height + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = row.createGraphics();
        int at = 0;
        for (BufferedImage shown : List.of(
                photo, on(Color.MAGENTA, photo, layers), on(Color.WHITE, photo, layers), tinted(photo, layers))) {
            to.drawImage(shown.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), at, 0, null);
            at += panel + GAP;
        }
        to.dispose();
        rows.add(row);
    }

    private static BufferedImage on(Color ground, BufferedImage photo, List<Layer> layers) {
        BufferedImage canvas = canvas(photo);
        Graphics2D to = canvas.createGraphics();
        to.setColor(ground);
        to.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        layers.forEach(layer -> to.drawImage(layer.pixels(), layer.x(), layer.y(), null));
        to.dispose();
        return canvas;
    }

    private static BufferedImage tinted(BufferedImage photo, List<Layer> layers) {
        BufferedImage canvas = canvas(photo);
        Graphics2D to = canvas.createGraphics();
        to.drawImage(photo, 0, 0, null);
        to.setColor(new Color(128, 128, 128, 150));
        to.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            // Steps of the golden ratio keep neighbouring hues apart, however many there are.
            Color colour = Color.getHSBColor((float) (i * .618), .9f, 1f);
            to.drawImage(layer.in(colour), layer.x(), layer.y(), null);
        }
        to.dispose();
        return canvas;
    }

    private static BufferedImage canvas(BufferedImage photo) {
        return new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
    }

    /** Writes all rows as one PNG. */
    public void write(Path file) throws IOException {
        int height =
                Math.max(1, rows.stream().mapToInt(BufferedImage::getHeight).sum());
        BufferedImage sheet = new BufferedImage(PANELS * (panel + GAP), height, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = sheet.createGraphics();
        int y = 0;
        for (BufferedImage row : rows) {
            to.drawImage(row, 0, y, null);
            y += row.getHeight();
        }
        to.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }
}
