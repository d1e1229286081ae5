package io.imageseg.bench.process;

import io.imageseg.model.EngineChoice;
import io.imageseg.model.OpenVinoOptions;
import io.imageseg.model.Precision;
import java.nio.file.Path;

/**
 * Where imageseg is.
 *
 * @param launcher the script that starts it
 * @param runtime the folder of what set-up fetched
 */
public record Installation(Path launcher, Path runtime) {
    /** The one that started this program. */
    public static Installation ofThis() {
        return new Installation(
                Path.of(System.getProperty("imageseg.launcher", "./imageseg")),
                Path.of(System.getProperty("imageseg.home", "runtime")));
    }

    /** IS-Net's file. */
    public Path isnet() {
        return runtime.resolve("models").resolve("isnet.onnx");
    }

    /** The folder of OpenVINO's libraries. */
    private Path openVino() {
        return runtime.resolve("openvino");
    }

    /** The folder where engines keep what they compiled. */
    private Path cache() {
        return runtime.resolve("cache");
    }

    /** What runs IS-Net, with as many threads as there are cores. */
    public EngineChoice engine(EngineChoice.Kind kind, Precision precision) {
        int cores = Runtime.getRuntime().availableProcessors();
        OpenVinoOptions options = new OpenVinoOptions(openVino(), "CPU", precision, cores, cache());
        return new EngineChoice(kind, options, cores, cache());
    }

    /** The folder of what the bench itself keeps. */
    public Path bench() {
        return runtime.resolve("bench");
    }
}
