package io.imageseg.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console in Chromium, as people use it, by the scripts of this folder. */
class BrowserTest {
    private static final boolean REQUIRED = "required".equals(System.getenv("IMAGESEG_CONFORMANCE"));

    @Test
    void everyScriptPasses() throws IOException, InterruptedException {
        Path models = Path.of(System.getProperty("imageseg.models", ""));
        if (!Files.exists(models.resolve("isnet.onnx"))) {
            missing("the networks are not there; ./imageseg build fetches them");
        }
        String chromium =
                chromium().orElseGet(() -> missing("Chromium is not installed (Debian: the package chromium)"));
        ProcessBuilder scripts = new ProcessBuilder(
                "node", Path.of("..", "node_modules", "vitest", "vitest.mjs").toString(), "run", "--no-color");
        scripts.environment().put("CHROMIUM", chromium);
        scripts.environment().put("JAVA_HOME", System.getProperty("java.home"));
        scripts.environment().put("IMAGESEG_MODELS", models.toAbsolutePath().toString());
        Process run = scripts.redirectErrorStream(true).start();
        run.getOutputStream().close();
        try (BufferedReader output = run.inputReader()) {
            // By way of Java, since the channel to Maven shares this process's own streams.
            output.lines().forEach(System.out::println);
        }
        assertThat(run.waitFor()).as("exit code; see the lines above").isZero();
    }

    private static Optional<String> chromium() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static String missing(String why) {
        if (REQUIRED) {
            throw new AssertionError(why);
        }
        return abort(why);
    }
}
