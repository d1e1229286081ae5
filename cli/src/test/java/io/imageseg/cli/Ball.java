package io.imageseg.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A drawn photo: a red ball before a plain wall. */
final class Ball {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    /** The ball's centre. */
    static final int X = 320;

    static final int Y = 240;
    private static final int RADIUS = 100;

    private Ball() {}

    static void draw(Path jpeg) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(210, 220, 230));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(190, 30, 20));
        graphics.fillOval(X - RADIUS, Y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        graphics.dispose();
        ImageIO.write(image, "jpg", jpeg.toFile());
    }
}
