package io.imageseg.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. */
@Command(
        name = "imageseg",
        description = "Cuts subjects out of photos.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            CutCommand.class,
            SheetCommand.class,
            ModelsCommand.class,
            KeysCommand.class,
            CertificateCommand.class
        })
public final class Main {
    private Main() {}

    static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println("imageseg: " + failure.getMessage());
            return 1;
        });
        return line;
    }
}
