package io.imageseg.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. */
@Command(name = "imageseg", description = "Cuts subjects out of photos.", mixinStandardHelpOptions = true)
public final class Main {
    private static final Map<String, Class<?>> COMMANDS = commands(
            ServeCommand.class,
            CutCommand.class,
            SheetCommand.class,
            ModelsCommand.class,
            KeysCommand.class,
            CertificateCommand.class);

    private Main() {}

    static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /** With the command alone that is called by its name, else with all: each that is known takes a part of the start. */
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        Class<?> called = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        (called == null ? COMMANDS.values() : List.of(called)).forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println("imageseg: " + failure.getMessage());
            return 1;
        });
        return line;
    }

    private static Map<String, Class<?>> commands(Class<?>... classes) {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        for (Class<?> one : classes) {
            commands.put(one.getAnnotation(Command.class).name(), one);
        }
        return commands;
    }
}
