package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.AMPLE;
import static io.imageseg.server.source.Fetches.MAX;
import static io.imageseg.server.source.Fetches.assertRefused;
import static io.imageseg.server.source.ScriptedServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are slow in every way there is; what else happens takes as long as it likes. */
class GuardedFetcherTimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final FetchLimits SILENCE = Fetches.limits(SHORT, AMPLE);
    private static final FetchLimits TOTAL = Fetches.limits(AMPLE, SHORT);

    @Test
    void saysWhenNoConnectionStandsInTime() {
        String text = DownloadFailure.of(new SocketTimeoutException("to /10.1.2.3"), new FetchProgress(), SILENCE)
                .text();
        assertThat(text)
                .contains("its server took no connection within the 30 s")
                .doesNotContain("10.1.2.3");
    }

    @Test
    void givesUpAServerThatNeverAnswers() throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, _) -> {})) {
            assertDownloadFails(SILENCE, server.url("/"), "its server sent nothing for 300 ms");
            assertDownloadFails(TOTAL, server.url("/"), "it took longer than the 300 ms");
            String secure = server.url("/").replace("http:", "https:");
            assertDownloadFails(SILENCE, secure, "its server sent nothing for 300 ms");
            assertDownloadFails(TOTAL, secure, "it took longer than the 300 ms");
        }
    }

    @Test
    void givesUpAServerThatFallsSilentHalfWay() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer((_, out) -> write(out, "HTTP/1.1 200 OK\nContent-Length: 2", (byte) 1))) {
            assertDownloadFails(SILENCE, server.url("/"), "its server sent nothing for 300 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\nContent-Length: 900", "HTTP/1.1 200 OK"})
    void givesUpAServerThatDripsItsFile(String head) throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, out) -> {
            write(out, head);
            drip(out);
        })) {
            assertDownloadFails(TOTAL, server.url("/"), "it took longer than the 300 ms that are allowed in all");
        }
    }

    @Test
    void givesUpAServerThatDripsItsHead() throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, out) -> drip(out))) {
            assertDownloadFails(TOTAL, server.url("/"), "it took longer than the 300 ms that are allowed in all");
        }
    }

    @Test
    void countsRedirectsIntoTheTotalTime() throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, out) -> {
            Thread.sleep(100);
            write(out, "HTTP/1.1 302 Found\nLocation: /");
        })) {
            assertDownloadFails(TOTAL, server.url("/"), "it took longer than the 300 ms that are allowed in all");
        }
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            out.write('H');
            out.flush();
            Thread.sleep(50);
        }
    }

    private static void assertDownloadFails(FetchLimits limits, String address, String sentence) {
        try (GuardedFetcher fetcher = Fetches.fetcher(limits)) {
            assertRefused(() -> fetcher.fetch(address, MAX), ErrorCode.DOWNLOAD_FAILED, sentence);
        }
    }
}
