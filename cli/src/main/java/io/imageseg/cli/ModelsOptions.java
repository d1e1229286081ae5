package io.imageseg.cli;

import io.imageseg.cli.setup.ModelsFolder;
import io.imageseg.model.NetworkFile;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.segment.Networks;
import io.imageseg.segment.OwnNetworks;
import io.imageseg.segment.Segmentation;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where networks are kept and where missing ones come from; shared by the commands that use networks. */
final class ModelsOptions {
    static final int CORES = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "the folder that holds the networks (default: ${DEFAULT-VALUE})",
            defaultValue = "${sys:imageseg.home:-.}/models")
    Path folder = Path.of("models");

    @Option(
            names = "--models-mirror",
            paramLabel = "DIR",
            description = "take packages from this folder instead of the registry")
    @Nullable
    Path mirror;

    /** All capabilities over the networks, fetched if they are missing, and the user's own; everything still loads. */
    Segmentation segmentation(OwnNetworks own) throws IOException, InterruptedException {
        Path isnet = open().ensure(NetworkFile.ISNET);
        return new Segmentation(Networks.bundledWith(() -> new OnnxRuntimeNetwork(isnet, CORES), CORES), own);
    }

    ModelsFolder open() {
        return new ModelsFolder(folder, mirror);
    }
}
