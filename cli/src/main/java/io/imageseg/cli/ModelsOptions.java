package io.imageseg.cli;

import io.imageseg.cli.setup.ModelsFolder;
import io.imageseg.cli.setup.OpenVinoFolder;
import io.imageseg.model.EngineChoice;
import io.imageseg.model.NetworkFile;
import io.imageseg.model.OpenVinoOptions;
import io.imageseg.segment.Networks;
import io.imageseg.segment.OwnNetworks;
import io.imageseg.segment.Segmentation;
import io.imageseg.server.NetworkSettings;
import io.imageseg.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
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

    /**
     * All capabilities over the networks, fetched if they are missing, and the user's own; everything still loads.
     *
     * @param chosen hears which engine runs IS-Net
     */
    Segmentation segmentation(Settings settings, Consumer<String> chosen) throws IOException, InterruptedException {
        OwnNetworks own = NetworkSettings.read(settings.networks(), CORES);
        if (!Files.exists(open().path(NetworkFile.ISNET))) {
            fetchEngine(settings);
        }
        Path isnet = open().ensure(NetworkFile.ISNET);
        EngineChoice engine = engine(settings);
        return new Segmentation(Networks.bundledWith(() -> engine.open(isnet, chosen), CORES), own);
    }

    /** Which engine runs IS-Net. */
    EngineChoice engine(Settings settings) {
        Settings.OpenVino set = settings.openvino();
        Path library = set.library().orElse(openVino().path());
        Path cache = home().resolve("cache");
        OpenVinoOptions options = new OpenVinoOptions(library, set.device(), set.precision(), CORES, cache);
        return new EngineChoice(settings.engine(), options, CORES, cache);
    }

    /** Fetches OpenVINO if the settings let it be used and do not say where it is; else, or if that fails, goes on. */
    void fetchEngine(Settings settings) throws InterruptedException {
        boolean mayBeUsed =
                settings.engine() == EngineChoice.Kind.AUTO || settings.engine() == EngineChoice.Kind.OPENVINO;
        if (mayBeUsed && settings.openvino().library().isEmpty()) {
            try {
                openVino().ensure();
            } catch (IOException e) {
                System.err.println("imageseg: OpenVINO is not set up, which would be faster: " + e.getMessage());
            }
        }
    }

    private OpenVinoFolder openVino() {
        return new OpenVinoFolder(home().resolve("openvino"), mirror);
    }

    private static Path home() {
        return Path.of(System.getProperty("imageseg.home", "."));
    }

    ModelsFolder open() {
        return new ModelsFolder(folder, mirror);
    }
}
