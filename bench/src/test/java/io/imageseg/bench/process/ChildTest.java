package io.imageseg.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ChildTest {
    @TempDir
    Path folder;

    private Child start(String script, Map<String, String> environment) throws IOException {
        return Child.start(List.of("sh", "-c", script), environment, folder.resolve("logs/child.log"));
    }

    @Test
    void oneThatEndedSaysWhatItSaidLast() throws Exception {
        try (Child child = start("echo starts; echo $WHY >&2; exit 3", Map.of("WHY", "no room"))) {
            child.awaitEnd();
            assertThatIOException()
                    .isThrownBy(child::check)
                    .withMessageContaining("ended with 3")
                    .withMessageContaining("no room");
        }
    }

    @Test
    void oneThatRunsIsEndedByClosing() throws Exception {
        Child child = start("exec sleep 600", Map.of());
        child.check();
        child.close();
        assertThatIOException().isThrownBy(child::check);
    }

    @Test
    void whatItStartedEndsWithIt() throws Exception {
        Child child = start("sleep 600 & sleep 600", Map.of());
        while (child.descendants().size() < 2) {
            Thread.sleep(10);
        }
        List<ProcessHandle> started = child.descendants();
        child.close();
        for (ProcessHandle one : started) {
            one.onExit().join();
            assertThat(one.isAlive()).isFalse();
        }
    }
}
