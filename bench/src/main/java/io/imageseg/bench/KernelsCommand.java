package io.imageseg.bench;

import io.imageseg.bench.kernel.Kernels;
import io.imageseg.bench.process.ProcFolder;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done to a picture beside networks. */
@Command(
        name = "kernels",
        mixinStandardHelpOptions = true,
        description = "Times decoding, tensors, components, edges, filters and PNG, each alone, under JMH.")
final class KernelsCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "REGEX", description = "only kernels whose name it finds")
    private String pattern = ".*";

    @Option(names = "--seconds", paramLabel = "N", description = "of measuring each (default: ${DEFAULT-VALUE})")
    private int seconds = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, RunnerException {
        AtLeast.require(spec, "--seconds", seconds, 2);
        System.err.println("imageseg: each kernel takes some %d s".formatted(seconds + 5));
        System.out.println(ProcFolder.OF_SYSTEM.processor());
        System.out.println(Kernels.run(pattern, seconds));
        return 0;
    }
}
