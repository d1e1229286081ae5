package io.imageseg.bench;

import io.imageseg.bench.peer.PeerBench;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Beside another server. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = "Compares with rembg's server on the same weights; pip installs it the first time.")
final class PeersCommand implements Callable<Integer> {
    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "of load, beside starts and the requests before memory is read (default: ${DEFAULT-VALUE})")
    private int minutes = 8;

    @Mixin
    private PhotosOption photos = new PhotosOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        AtLeast.require(spec, "--minutes", minutes, 1);
        new PeerBench(engine.kind(), photos.read(), minutes, System.out).run();
        return 0;
    }
}
