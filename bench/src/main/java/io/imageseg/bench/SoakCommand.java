package io.imageseg.bench;

import io.imageseg.bench.soak.SoakBench;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A thousand calls. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Makes calls of all kinds and watches the server's memory, descriptors and threads."
                + " Exit code 1 if they grow.")
final class SoakCommand implements Callable<Integer> {
    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--requests", paramLabel = "N", description = "how many calls (default: ${DEFAULT-VALUE})")
    private int requests = 1000;

    @Mixin
    private PhotosOption photos = new PhotosOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        AtLeast.require(spec, "--requests", requests, 5);
        return new SoakBench(engine.kind(), photos.read(), requests, System.out).run() ? 0 : 1;
    }
}
