package io.imageseg.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * rembg in a virtual environment of Python, the newest that pip finds when the folder is made; the folder may be removed.
 *
 * @param folder holds the environment and a link to the weights
 */
record RembgInstallation(Path folder) {
    /** As rembg calls IS-Net. */
    static final String MODEL = "isnet-general-use";

    /** Written last. */
    private static final String STAMP = "INSTALLED";

    /**
     * Installs it unless it is there; pip's progress goes to standard error.
     *
     * @param isnet the weights both servers use
     * @throws IOException if there is no Python with venv, or pip fails
     */
    void ensure(Path isnet) throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve(STAMP))) {
            Files.createDirectories(folder);
            run("python3", "-m", "venv", "--clear", folder.resolve("venv").toString());
            run(program("pip"), "install", "--disable-pip-version-check", "--upgrade", "rembg[cpu,cli]");
            Files.createFile(folder.resolve(STAMP));
        }
        Path weights = weights().resolve(MODEL + ".onnx");
        Files.createDirectories(weights());
        Files.deleteIfExists(weights);
        Files.createSymbolicLink(weights, isnet.toAbsolutePath());
    }

    private Path weights() {
        return folder.resolve("weights");
    }

    /** A program of the environment. */
    String program(String name) {
        return folder.resolve("venv")
                .resolve("bin")
                .resolve(name)
                .toAbsolutePath()
                .toString();
    }

    /** What the server needs: the weights are ours, so that their checksum is another, and no browser is to open. */
    Map<String, String> environment() {
        return Map.of(
                "U2NET_HOME", weights().toAbsolutePath().toString(), "MODEL_CHECKSUM_DISABLED", "1", "BROWSER", "true");
    }

    /** Its version, and what it runs networks on. */
    String description() throws IOException, InterruptedException {
        String ask = "from importlib.metadata import version as v; import platform; "
                + "print('rembg', v('rembg'), 'on onnxruntime', v('onnxruntime'), 'and Python', platform.python_version())";
        Process process = new ProcessBuilder(program("python"), "-c", ask)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("rembg is not installed as it should be; remove " + folder);
        }
        return said.strip();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        process.getInputStream().transferTo(System.err);
        if (process.waitFor() != 0) {
            throw new IOException(
                    "rembg is not installed: %s failed, as it says above".formatted(String.join(" ", command)));
        }
    }
}
