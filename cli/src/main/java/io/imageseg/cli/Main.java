package io.imageseg.cli;

import io.imageseg.image.NativeCodecs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Set<String> CUTTING =
            commands(ServeCommand.class, CutCommand.class, SheetCommand.class).keySet();

    private Main() {}

    static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    /** Gives the exit code. */
    static int run(String... arguments) throws InterruptedException {
        Thread codecs = codecs();
        if (arguments.length > 0 && CUTTING.contains(arguments[0])) {
            codecs.start();
        }
        int code = commandLine(arguments).execute(arguments);
        // A process that ends while a library loads can crash.
        codecs.join();
        return code;
    }

    /**
     * Loads OpenCV while the command line and the settings are read, which keeps one core busy. If it cannot be loaded, whoever
     * needs it says so.
     */
    private static Thread codecs() {
        return Thread.ofPlatform()
                .name("load-codecs")
                .daemon()
                .uncaughtExceptionHandler((_, _) -> {})
                .unstarted(NativeCodecs::warmUp);
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
