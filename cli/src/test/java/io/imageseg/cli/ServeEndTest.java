package io.imageseg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageseg.model.NetworkFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server in a process of its own that is asked to end, by the signal that service managers send. */
@Timeout(120)
class ServeEndTest {
    private static final String MODELS = System.getProperty("imageseg.models", "");

    @TempDir
    Path folder;

    /** While networks load, while the face mesh waits, and about when it begins: ONNX Runtime crashes if it is taken away. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 5100})
    void endsInOrder(int millisecondsAfterItListens) throws Exception {
        assumeTrue(Files.exists(Path.of(MODELS, NetworkFile.ISNET.file())), "needs IS-Net");
        Path said = folder.resolve("said.txt");
        Process server = start(said);
        try {
            while (!Files.readString(said).contains("listens on")) {
                assertThat(server.isAlive()).as(Files.readString(said)).isTrue();
                Thread.sleep(5);
            }
            Thread.sleep(millisecondsAfterItListens);
            server.destroy();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
            assertThat(server.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private Process start(Path said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "-Dimageseg.home=" + folder.resolve("runtime"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--models",
                        Path.of(MODELS).toAbsolutePath().toString(),
                        "--engine",
                        "onnxruntime",
                        "--port",
                        Integer.toString(freePort()),
                        "--data",
                        folder.resolve("data").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
