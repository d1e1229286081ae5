package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.AMPLE;
import static io.imageseg.server.source.Fetches.MAX;
import static io.imageseg.server.source.Fetches.assertRefused;
import static io.imageseg.server.source.ScriptedServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever becomes of a download, nothing stays behind. */
class GuardedFetcherCleanupTest {

    @ParameterizedTest
    @CsvSource({"/whole,1", "/redirect,2", "/missing,1", "/announced,1", "/endless,1", "/silent,1", "/file,1"})
    void closesItsConnectionsThoughTheServerWouldKeepThem(String path, int hops) throws Exception {
        FetchLimits limits = Fetches.limits(path.equals("/silent") ? Duration.ofMillis(300) : AMPLE, AMPLE);
        try (ScriptedServer server = new ScriptedServer(GuardedFetcherCleanupTest::answer);
                GuardedFetcher fetcher = Fetches.fetcher(limits)) {
            for (int i = 0; i < 3; i++) {
                outcome(fetcher, server.url(path));
            }
            assertThat(server.isDesertedAfter(3 * hops)).isTrue();
        }
    }

    @Test
    void leavesNoThreadsOfItsOwn() throws Exception {
        Set<Thread> before = threads();
        try (ScriptedServer server = new ScriptedServer(GuardedFetcherCleanupTest::answer);
                GuardedFetcher fetcher =
                        new GuardedFetcher(Fetches.LOOPBACK, Fetches.LIMITS, GuardedFetcher.Resolver.SYSTEM)) {
            for (int i = 0; i < 20; i++) {
                outcome(fetcher, server.url("/whole"));
                outcome(fetcher, server.url("/missing"));
                outcome(fetcher, server.urlAt("localhost", "/whole"));
            }
        }
        List<Thread> since =
                threads().stream().filter(one -> !before.contains(one)).toList();
        assertThat(since).allMatch(Thread::isDaemon);
        assertThat(since).as("shared by all 60 downloads").hasSizeLessThan(20);
        for (Thread one : since) {
            assertThat(!one.getName().equals("look-up") || one.join(AMPLE)).isTrue();
        }
    }

    @Test
    void givesUpWhenItsThreadIsInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((_, _) -> asked.countDown());
                GuardedFetcher fetcher = Fetches.fetcher()) {
            Thread caller = Thread.ofVirtual().unstarted(() -> {
                assertRefused(() -> fetcher.fetch(server.url("/"), MAX), ErrorCode.DOWNLOAD_FAILED, "given up");
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });
            assertEndsWell(caller, asked, caller::interrupt);
            assertThat(server.isDesertedAfter(1)).isTrue();
        }
    }

    @Test
    void endsDownloadsUnderWayWhenItIsClosed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((_, _) -> asked.countDown());
                GuardedFetcher fetcher = Fetches.fetcher()) {
            Thread caller = Thread.ofVirtual()
                    .unstarted(() -> assertRefused(
                            () -> fetcher.fetch(server.url("/"), MAX), ErrorCode.DOWNLOAD_FAILED, "given up"));
            assertEndsWell(caller, asked, fetcher::close);
            assertThat(server.isDesertedAfter(1)).isTrue();
        }
    }

    private static void assertEndsWell(Thread caller, CountDownLatch asked, Runnable disturbance) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        caller.setUncaughtExceptionHandler((_, e) -> failure.set(e));
        caller.start();
        assertThat(asked.await(AMPLE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        disturbance.run();
        assertThat(caller.join(AMPLE)).isTrue();
        assertThat(failure.get()).isNull();
    }

    private static void answer(String path, OutputStream out) throws IOException {
        switch (path) {
            case "/whole" -> write(out, "HTTP/1.1 200 OK\nContent-Length: 1", (byte) 7);
            case "/redirect" -> write(out, "HTTP/1.1 302 Found\nLocation: /whole\nContent-Length: 99", (byte) 7);
            case "/missing" -> write(out, "HTTP/1.1 404 Not Found\nContent-Length: 99", (byte) 7);
            case "/announced" -> write(out, "HTTP/1.1 200 OK\nContent-Length: 99999", (byte) 7);
            case "/endless" -> write(out, "HTTP/1.1 200 OK", new byte[MAX + 1]);
            case "/file" -> write(out, "HTTP/1.1 302 Found\nLocation: file:///etc/passwd\nContent-Length: 99");
            default -> {}
        }
    }

    private static void outcome(GuardedFetcher fetcher, String address) {
        try {
            fetcher.fetch(address, MAX);
        } catch (ApiException e) {
            // as good as a file here
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }
}
