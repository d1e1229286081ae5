package io.imageseg.cli;

import io.imageseg.server.Operator;
import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.operator.KeyCommand;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keys of callers, of a data folder; a server that runs with it does the work itself. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description =
                "Creates, lists, limits, rotates, disables and counts keys, whether or not the server is running.")
final class KeysCommand {
    private static final String AS_JSON = "as JSON";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private KeysCommand() {}

    @Command(name = "create", description = "Makes a key and shows its secret, this once.")
    int create(
            @Mixin DataOption data,
            @Mixin LimitOptions limits,
            @Option(names = "--name", paramLabel = "TEXT", description = "what you call it", defaultValue = "")
                    String name,
            @Option(names = "--operator", description = "it may operate the server by its console") boolean operator,
            @Option(names = "--json", description = AS_JSON) boolean json)
            throws IOException, InterruptedException {
        return run(data, new KeyCommand.Create(name, limits.limits(), operator), json);
    }

    @Command(name = "list", description = "Shows all keys, without their secrets.")
    int list(@Mixin DataOption data, @Option(names = "--json", description = AS_JSON) boolean json)
            throws IOException, InterruptedException {
        return run(data, new KeyCommand.Show(), json);
    }

    @Command(name = "disable", description = "Refuses a key's calls from now on.")
    int disable(@Mixin DataOption data, @Parameters(paramLabel = "ID") String id)
            throws IOException, InterruptedException {
        return run(data, new KeyCommand.Enable(id, false), false);
    }

    @Command(name = "enable", description = "Serves a key's calls again.")
    int enable(@Mixin DataOption data, @Parameters(paramLabel = "ID") String id)
            throws IOException, InterruptedException {
        return run(data, new KeyCommand.Enable(id, true), false);
    }

    @Command(name = "operator", description = "Lets a key operate the server by its console.")
    int operator(
            @Mixin DataOption data,
            @Option(names = "--revoke", description = "no more") boolean revoke,
            @Parameters(paramLabel = "ID") String id)
            throws IOException, InterruptedException {
        return run(data, new KeyCommand.Entitle(id, !revoke), false);
    }

    @Command(name = "limit", description = "Changes what a key may call and how often; what is not named stays.")
    int limit(
            @Mixin DataOption data,
            @Mixin LimitOptions limits,
            @Option(names = "--all-actions", description = "it may call all actions") boolean allActions,
            @Option(names = "--no-rate", description = "the server's rate holds for it") boolean noRate,
            @Parameters(paramLabel = "ID") String id)
            throws IOException, InterruptedException {
        boolean isAboutActions = limits.hasActions() || allActions;
        boolean isAboutRate = limits.hasRate() || noRate;
        if (limits.hasActions() && allActions || limits.hasRate() && noRate || !isAboutActions && !isAboutRate) {
            throw new ParameterException(
                    spec.commandLine(), "Give --actions or --all-actions, --per-minute or --no-rate, or one of each.");
        }
        KeyLimits wanted = limits.limits();
        return run(data, new KeyCommand.Limit(id, isAboutActions, isAboutRate, wanted), false);
    }

    @Command(name = "rotate", description = "Gives a key another secret and shows it, this once.")
    int rotate(
            @Mixin DataOption data,
            @Option(
                            names = "--grace",
                            paramLabel = "DURATION",
                            description = "how long the old secret still holds, such as PT24H (default: not at all)",
                            defaultValue = "PT0S")
                    Duration grace,
            @Option(names = "--json", description = AS_JSON) boolean json,
            @Parameters(paramLabel = "ID") String id)
            throws IOException, InterruptedException {
        return run(data, new KeyCommand.Rotate(id, grace), json);
    }

    @Command(name = "usage", description = "Shows how often each key called each action on each day.")
    int usage(
            @Mixin DataOption data,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            description = "how many days, today among them (default: ${DEFAULT-VALUE})",
                            defaultValue = "30")
                    int days,
            @Option(names = "--json", description = AS_JSON) boolean json)
            throws IOException, InterruptedException {
        return run(data, new KeyCommand.CountUsage(days), json);
    }

    private int run(DataOption data, KeyCommand command, boolean json) throws IOException, InterruptedException {
        KeyPrinter printer = new KeyPrinter(
                json, spec.commandLine().getOut(), spec.commandLine().getErr());
        return printer.print(Operator.ask(data.folder, command, Clock.systemUTC()));
    }
}
