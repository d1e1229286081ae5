package io.imageseg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.imageseg.model.NetworkFile;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.segment.Networks;
import io.imageseg.segment.Segmentation;
import io.imageseg.server.ImagesegServer;
import io.imageseg.server.Settings;
import io.imageseg.server.SettingsReader;
import io.imageseg.server.auth.AccessKey;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first call of the README, run as it stands but for the port, with the real network. */
class ReadmeTest {
    private final Path isnet = Path.of(System.getProperty("imageseg.models", ""), NetworkFile.ISNET.file());

    @TempDir
    Path folder;

    @Test
    void theFirstCallReturnsACutout() throws Exception {
        assumeTrue(Files.exists(isnet), "run ./imageseg build first: the network is not there");
        assumeTrue(hasPython(), "python3 is not installed");
        Ball.draw(folder.resolve("ball.jpg"));
        HttpServer photos = photos();
        Settings settings = SettingsReader.read(
                Optional.empty(), Map.of("imageseg.port", "0", "imageseg.source.allow", "127.0.0.1/32"));
        try (Segmentation segmentation =
                        new Segmentation(Networks.bundledWith(() -> new OnnxRuntimeNetwork(isnet, 2), 2));
                ImagesegServer server =
                        new ImagesegServer(settings, folder.resolve("data"), segmentation, Clock.systemUTC())) {
            AccessKey key = server.keys().create();
            String photo =
                    "http://127.0.0.1:%d/ball.jpg".formatted(photos.getAddress().getPort());
            assertThat(run(server.port(), key, photo)).matches("(?s)[0-9A-F-]{36}\\s*");
        } finally {
            photos.stop(0);
        }
        BufferedImage cutout = ImageIO.read(folder.resolve("cutout.png").toFile());
        assertThat(cutout.getWidth()).isEqualTo(Ball.WIDTH);
        assertThat(cutout.getRGB(Ball.X, Ball.Y) >>> 24).as("alpha on the ball").isGreaterThan(240);
        assertThat(cutout.getRGB(20, 20) >>> 24).as("alpha beside it").isZero();
    }

    private String run(int port, AccessKey key, String photo) throws IOException, InterruptedException {
        Matcher block =
                Pattern.compile("(?s)```python\\n(.*?)```").matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(block.find()).isTrue();
        String program = block.group(1).replace("127.0.0.1:8080", "127.0.0.1:" + port);
        Path file = Files.writeString(folder.resolve("call.py"), program);
        Process python = new ProcessBuilder("python3", file.toString(), key.id(), key.secret(), photo)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private HttpServer photos() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ball.jpg", exchange -> {
            byte[] photo = Files.readAllBytes(folder.resolve("ball.jpg"));
            exchange.sendResponseHeaders(200, photo.length);
            exchange.getResponseBody().write(photo);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
