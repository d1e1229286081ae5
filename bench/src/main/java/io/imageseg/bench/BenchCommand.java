package io.imageseg.bench;

import io.imageseg.bench.call.Call;
import io.imageseg.bench.stage.StageBench;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the time of calls goes; and the other measurements. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Shows where the time of calls goes, action by action.",
        subcommands = {PeersCommand.class, SoakCommand.class, KernelsCommand.class})
public final class BenchCommand implements Callable<Integer> {
    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--rounds", paramLabel = "N", description = "calls for each photo (default: ${DEFAULT-VALUE})")
    private int rounds = 5;

    @Option(names = "--actions", paramLabel = "A,B", split = ",", description = "only these actions")
    private List<String> actions = Call.ACTIONS;

    @Mixin
    private PhotosOption photos = new PhotosOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private BenchCommand() {}

    static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new BenchCommand());
        line.setCommandName("imageseg bench");
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            String why = failure.getMessage();
            command.getErr().println("imageseg: " + (why == null ? failure.toString() : why));
            return 1;
        });
        return line;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        AtLeast.require(spec, "--rounds", rounds, 1);
        for (String action : actions) {
            if (!Call.ACTIONS.contains(action)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--actions has %s; there are %s.".formatted(action, String.join(", ", Call.ACTIONS)));
            }
        }
        new StageBench(engine.kind(), actions, photos.read(), rounds, System.out, System.err).run();
        return 0;
    }
}
