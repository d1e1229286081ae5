package io.imageseg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageseg.model.NetworkFile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command with the real network, where set-up has fetched it. */
class CutCommandTest {
    private final String models = System.getProperty("imageseg.models", "");

    @TempDir
    Path folder;

    @BeforeEach
    void needsTheNetwork() {
        assumeTrue(
                !models.isEmpty() && Files.exists(Path.of(models, NetworkFile.ISNET.file())),
                "run ./imageseg build first: the network is not there");
    }

    @Test
    void cutsABallOutOfAFieldAndReportsTheFileThatIsNoImage() throws IOException {
        Ball.draw(folder.resolve("ball.jpg"));
        Files.writeString(folder.resolve("letter.jpg"), "no image");
        Path out = folder.resolve("out");
        int status =
                new CommandLine(new CutCommand()).execute(folder.toString(), "-o", out.toString(), "--models", models);
        assertThat(status).as("one of two failed").isEqualTo(1);
        assertThat(out).isDirectoryContaining("glob:**/ball.png").isDirectoryNotContaining("glob:**/letter*");
        BufferedImage cut = ImageIO.read(out.resolve("ball.png").toFile());
        assertThat(new Color(cut.getRGB(Ball.X, Ball.Y), true).getAlpha()).isGreaterThan(240);
        assertThat(new Color(cut.getRGB(20, 20), true).getAlpha()).isLessThan(10);
        assertThat(cut.getWidth()).isEqualTo(Ball.WIDTH);
    }
}
