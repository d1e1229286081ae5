package io.imageseg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPMDCAdapter;

class LogConfiguratorTest {
    private final LoggerContext logs = new LoggerContext();

    @BeforeEach
    void completeLogs() {
        logs.setMDCAdapter(new NOPMDCAdapter());
    }

    @Test
    void isWhatLogbackFinds() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogConfigurator.class);
    }

    @Test
    void logsCallsWhatTheProgramSaysAndOthersWarnings() {
        PrintStream errors = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            assertThat(new LogConfigurator().configure(logs))
                    .isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
            logs.getLogger("imageseg.access").info("a call");
            logs.getLogger("io.imageseg.server.Part").info("a part");
            logs.getLogger("io.imageseg.server.Part").debug("a detail");
            logs.getLogger("org.others.Part").info("others' talk");
            logs.getLogger("org.others.Part").warn("others' warning");
        } finally {
            logs.stop();
            System.setErr(errors);
        }
        String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ";
        assertThat(written.toString(StandardCharsets.UTF_8))
                .matches("%sINFO  access a call\n%sINFO  Part a part\n%sWARN  Part others' warning\n"
                        .replace("%s", time));
    }

    @Test
    void leavesItToAFileThatIsNamed() {
        System.setProperty("logback.configurationFile", "named.xml");
        try {
            assertThat(new LogConfigurator().configure(logs))
                    .isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
        } finally {
            System.clearProperty("logback.configurationFile");
        }
        assertThat(logs.getLogger("root").iteratorForAppenders().hasNext()).isFalse();
    }
}
