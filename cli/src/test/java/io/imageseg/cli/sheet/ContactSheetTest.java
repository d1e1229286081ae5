package io.imageseg.cli.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.image.Box;
import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a blue photo of 80×40 with a green cutout of 20×20 at (30, 10); panels of 80 pixels, 4 apart. */
class ContactSheetTest {
    private static final int SECOND = 84;
    private static final int THIRD = 168;
    private static final int FOURTH = 252;

    @TempDir
    Path folder;

    private BufferedImage sheet(int panel, int rows) throws IOException {
        ContactSheet sheet = new ContactSheet(panel);
        try (Scalar blue = new Scalar(0, 0, 255, 0);
                Scalar green = new Scalar(0, 200, 0, 255);
                Picture photo = new Picture(new Mat(40, 80, opencv_core.CV_8UC3, blue), null);
                Cutout square = new Cutout(new Mat(20, 20, opencv_core.CV_8UC4, green))) {
            for (int i = 0; i < rows; i++) {
                sheet.add(photo, List.of(new PlacedCutout(new Box(30, 10, 20, 20), square, 1)));
            }
        }
        Path file = folder.resolve("sheet.png");
        sheet.write(file);
        return ImageIO.read(file.toFile());
    }

    @Test
    void aRowIsThePhotoAndItsCutoutOnMagentaAndOnWhite() throws IOException {
        BufferedImage sheet = sheet(80, 1);
        assertThat(new Color(sheet.getRGB(40, 20))).isEqualTo(Color.BLUE);
        assertThat(new Color(sheet.getRGB(SECOND + 5, 5))).isEqualTo(Color.MAGENTA);
        assertThat(new Color(sheet.getRGB(SECOND + 40, 20))).isEqualTo(new Color(0, 200, 0));
        assertThat(new Color(sheet.getRGB(THIRD + 5, 5))).isEqualTo(Color.WHITE);
        assertThat(new Color(sheet.getRGB(THIRD + 40, 20))).isEqualTo(new Color(0, 200, 0));
    }

    @Test
    void theLastPanelTintsTheCutoutOverTheGreyedPhoto() throws IOException {
        Color ground = new Color(sheet(80, 1).getRGB(FOURTH + 5, 5));
        Color tinted = new Color(sheet(80, 1).getRGB(FOURTH + 40, 20));
        assertThat(ground.getBlue()).isBetween(150, 220);
        assertThat(ground.getRed()).isBetween(50, 100);
        assertThat(tinted.getRed()).as("the first hue is red").isGreaterThan(200);
    }

    @Test
    void rowsStandBelowEachOtherAndShrinkToThePanel() throws IOException {
        BufferedImage sheet = sheet(40, 3);
        assertThat(sheet.getWidth()).isEqualTo(4 * 44);
        assertThat(sheet.getHeight()).isEqualTo(3 * 24);
        assertThat(new Color(sheet.getRGB(20, 24 + 10))).isEqualTo(Color.BLUE);
    }

    @Test
    void aSheetWithoutRowsIsStillAPicture() throws IOException {
        assertThat(sheet(80, 0).getHeight()).isEqualTo(1);
    }
}
