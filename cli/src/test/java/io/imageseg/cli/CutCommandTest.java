package io.imageseg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageseg.model.NetworkFile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

    @Test
    void aNetworkOfTheUsersOwnSaysWhatAVehicleIs() throws IOException {
        Path photo = folder.resolve("ball.jpg");
        Ball.draw(photo);
        Path config = config(RednessNetwork.write(folder.resolve("red.onnx")));
        Path out = folder.resolve("out");
        int status = cut(photo, "-o", out, "--subject", "VEHICLE", "--config", config);
        assertThat(status).isZero();
        BufferedImage bus = ImageIO.read(out.resolve("ball-1.png").toFile());
        assertThat(bus.getWidth()).as("the ball alone").isBetween(190, 220);
        Path sheet = folder.resolve("sheet.png");
        assertThat(new CommandLine(new SheetCommand())
                        .execute(text(photo, "-o", sheet, "--subject", "VEHICLE", "--config", config)))
                .isZero();
        assertThat(sheet).isNotEmptyFile();
    }

    @Test
    void aWrongSettingIsNamedBeforeAnythingIsCut() throws IOException {
        Path photo = folder.resolve("ball.jpg");
        Ball.draw(photo);
        Path config = config(Path.of("nowhere.onnx"));
        StringWriter said = new StringWriter();
        CommandLine line = new CommandLine(new CutCommand()).setErr(new PrintWriter(said));
        assertThat(line.execute(text(photo, "-o", folder.resolve("out"), "--config", config)))
                .isNotZero();
        assertThat(said.toString()).contains("imageseg.networks.things.file is nowhere.onnx; there is no such file");
    }

    private Path config(Path network) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), """
                imageseg:
                  networks:
                    things:
                      file: %s
                      kind: semantic
                      classes: bus=0
                """.formatted(network));
    }

    private int cut(Object... arguments) {
        return new CommandLine(new CutCommand()).execute(text(arguments));
    }

    private String[] text(Object... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--models", models))
                .map(Object::toString)
                .toArray(String[]::new);
    }
}
