package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages are told as they begin, and a visitor who leaves is noticed. */
class ConsoleStreamTest {
    private final CountDownLatch goOn = new CountDownLatch(1);

    @TempDir
    private Path data;

    private RedIsSalient held() {
        return new RedIsSalient(() -> {
            try {
                assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void aVisitorReadsThatTheCutHasBegunBeforeItEnds() throws Exception {
        try (TestServer server = TestServer.start(data, Map.of(), this::held)) {
            Browser browser = new Browser(server.address());
            browser.signIn(server.key());
            String url = browser.keep(Photos.png());
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    browser.begin("SegmentCommonImage", Map.of("ImageURL", url)), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (!line.equals("{\"stage\":\"cut\"}")) {
                    assertThat(line).startsWith("{\"stage\":");
                    line = lines.readLine();
                }
                goOn.countDown();
                assertThat(lines.readLine()).isEqualTo("{\"stage\":\"store\"}");
                assertThat(lines.readLine()).contains("\"status\":200");
                assertThat(lines.readLine()).isNull();
            }
        }
    }

    @Test
    void theCallOfAVisitorWhoLeftIsDroppedWhenItsTurnComes() throws Exception {
        try (TestServer server = TestServer.start(data, Map.of(), this::held);
                LogLines log = new LogLines()) {
            Browser browser = new Browser(server.address());
            browser.signIn(server.key());
            String url = browser.keep(Photos.png());
            try (BufferedReader first = new BufferedReader(new InputStreamReader(
                    browser.begin("SegmentCommonImage", Map.of("ImageURL", url)), StandardCharsets.UTF_8))) {
                awaitLine(first, "cut");
                try (BufferedReader second = new BufferedReader(new InputStreamReader(
                        browser.begin("SegmentCommodity", Map.of("ImageURL", url)), StandardCharsets.UTF_8))) {
                    awaitLine(second, "wait");
                }
                Thread.sleep(Duration.ofMillis(200));
                goOn.countDown();
                awaitLine(first, "store");
            }
            for (int i = 0; i < 3000 && log.all().stream().noneMatch(ConsoleStreamTest::isDropped); i++) {
                Thread.sleep(20);
            }
            assertThat(log.all()).anyMatch(ConsoleStreamTest::isDropped);
        }
    }

    private static boolean isDropped(String line) {
        return line.contains("action=SegmentCommodity code=Timeout");
    }

    private static void awaitLine(BufferedReader lines, String stage) throws Exception {
        String line = lines.readLine();
        while (!line.equals("{\"stage\":\"" + stage + "\"}")) {
            line = lines.readLine();
        }
    }
}
