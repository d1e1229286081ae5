package io.imageseg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageseg.model.NetworkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal in a process of its own, which it ends. */
@Timeout(120)
class RehearsalTest {
    private static final String MODELS = System.getProperty("imageseg.models", "");

    @TempDir
    Path folder;

    private Path said;

    @BeforeEach
    void findNetwork() throws IOException {
        assumeTrue(Files.exists(Path.of(MODELS, NetworkFile.ISNET.file())), "needs IS-Net");
        said = folder.resolve("said.txt");
        Files.createSymbolicLink(folder.resolve("models"), Path.of(MODELS).toAbsolutePath());
    }

    @Test
    void servesUntilItsPhotoIsCut() throws Exception {
        assertThat(rehearse(Map.of())).as(Files.readString(said)).isZero();
        assertThat(said).content().containsPattern("action=SegmentCommonImage code=OK");
    }

    @Test
    void failsWhereItsCallIsRefused() throws Exception {
        assertThat(rehearse(Map.of("IMAGESEG_SOURCE_TOTAL_TIMEOUT", "PT0.001S")))
                .isOne();
        assertThat(said).content().contains("the rehearsal's call was not answered");
    }

    private int rehearse(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Dimageseg.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rehearsal.class.getName(),
                        folder.resolve("data").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("IMAGESEG_ENGINE", "onnxruntime");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).as("ends").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
