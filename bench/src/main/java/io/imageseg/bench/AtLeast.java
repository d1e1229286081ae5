package io.imageseg.bench;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks numbers of the command line. */
final class AtLeast {
    private AtLeast() {}

    /** @throws ParameterException if {@code value} is below {@code least} */
    static void require(CommandSpec spec, String option, int value, int least) {
        if (value < least) {
            throw new ParameterException(
                    spec.commandLine(), "%s is %d; it must be at least %d.".formatted(option, value, least));
        }
    }
}
