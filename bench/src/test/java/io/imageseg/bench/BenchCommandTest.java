package io.imageseg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter said = new StringWriter();

    private int run(String arguments) {
        CommandLine line = BenchCommand.commandLine();
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "--rounds 0, --rounds is 0; it must be at least 1.",
        "peers --minutes 0, --minutes is 0; it must be at least 1.",
        "soak --requests 4, --requests is 4; it must be at least 5.",
        "kernels --seconds 1, --seconds is 1; it must be at least 2."
    })
    void numbersThatMeasureNothingAreRefusedWithTheLeastThatIsAllowed(String arguments, String why) {
        assertThat(run(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains(why);
    }

    @Test
    void anActionThatIsNoneIsRefusedWithThoseThereAre() {
        assertThat(run("--actions SegmentBody,SegmentNothing")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains("--actions has SegmentNothing; there are SegmentCommonImage");
    }
}
