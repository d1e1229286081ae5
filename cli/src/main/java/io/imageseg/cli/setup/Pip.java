package io.imageseg.cli.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pip client, as it is configured on this machine. */
final class Pip {
    private static final String PYTHON = "python3";

    private Pip() {}

    /**
     * Fetches a package into a folder; its progress goes to standard error.
     *
     * @param selection options that say for which platform
     * @throws IOException if there is no Python, or neither pip nor venv, or the package is not found; says what they say
     */
    static void download(String requirement, List<String> selection, Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python(folder), "-m", "pip", "download"));
        command.addAll(List.of("--no-deps", "--only-binary=:all:", "--no-input", "--disable-pip-version-check"));
        command.addAll(List.of("--retries=2", "--timeout=20", "--dest", folder.toString()));
        command.addAll(selection);
        command.add(requirement);
        run("pip does not fetch " + requirement, command);
    }

    /** One that has pip: the machine's, else a virtual environment's in {@code folder}. */
    private static String python(Path folder) throws IOException, InterruptedException {
        try {
            run("there is no pip", List.of(PYTHON, "-c", "import pip"));
            return PYTHON;
        } catch (IOException _) {
            Path environment = folder.resolve("venv");
            run("there is neither pip nor venv", List.of(PYTHON, "-m", "venv", environment.toString()));
            return environment.resolve("bin").resolve("python").toString();
        }
    }

    private static void run(String failure, List<String> command) throws IOException, InterruptedException {
        Path complaints = Files.createTempFile("pip", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(complaints.toFile())
                    .start();
            process.getOutputStream().close();
            process.getInputStream().transferTo(System.err);
            if (process.waitFor() != 0) {
                throw new IOException("%s: %s".formatted(failure, last(complaints)));
            }
        } finally {
            Files.deleteIfExists(complaints);
        }
    }

    private static String last(Path complaints) throws IOException {
        return new String(Files.readAllBytes(complaints), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (_, line) -> line);
    }
}
