package io.imageseg.conformance;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Libraries in a folder, installed once for each state of the list of what is wanted. What cannot be installed skips the
 * tests, or fails them where the environment asks for that.
 *
 * @param wanted the list
 */
record Installation(Path folder, Path wanted) {
    private static final boolean REQUIRED = "required".equals(System.getenv("IMAGESEG_CONFORMANCE"));
    private static final int MINUTES = 8;

    /** Whether all was installed from the list as it is now. */
    boolean isThere() throws IOException {
        return Files.exists(copy()) && Files.mismatch(copy(), wanted) < 0;
    }

    private Path copy() {
        return folder.resolve("installed-" + wanted.getFileName());
    }

    void done() throws IOException {
        Files.write(copy(), Files.readAllBytes(wanted));
    }

    /** Runs a step to its end. */
    void run(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("install", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                missing("%s took more than %d minutes".formatted(command[0], MINUTES));
            } else if (process.exitValue() != 0) {
                missing("%s failed:%n%s".formatted(String.join(" ", command), Files.readString(log)));
            }
        } catch (IOException e) {
            missing(e.getMessage());
        } finally {
            Files.delete(log);
        }
    }

    private static void missing(String why) {
        if (REQUIRED) {
            throw new AssertionError(why);
        }
        abort(why);
    }
}
