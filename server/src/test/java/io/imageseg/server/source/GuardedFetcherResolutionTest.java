package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.LIMITS;
import static io.imageseg.server.source.Fetches.LOOPBACK;
import static io.imageseg.server.source.Fetches.MAX;
import static io.imageseg.server.source.Fetches.assertRefused;
import static io.imageseg.server.source.ScriptedServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.server.api.ErrorCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each hop's host is looked up once, and the connection goes to what was checked then (DNS rebinding). */
class GuardedFetcherResolutionTest {
    private static final String SAFE = "127.0.0.1";
    private static final String UNSAFE = "127.0.0.2";

    @Test
    void looksAHostUpOnceAndConnectsToTheCheckedAddress() throws Exception {
        Rebinding resolver = new Rebinding(SAFE, UNSAFE);
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 200 OK\nContent-Length: 1", (byte) 7);
                GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, LIMITS, resolver)) {
            assertThat(fetcher.fetch(server.urlAt("rebind.example", "/"), MAX)).containsExactly(7);
            assertThat(server.connections()).isOne();
            assertThat(resolver.count).hasValue(1);
        }
    }

    @Test
    void looksItUpAndChecksItAgainForEachRedirect() throws Exception {
        Rebinding resolver = new Rebinding(SAFE, SAFE, UNSAFE);
        try (ScriptedServer server = new ScriptedServer((_, out) -> write(out, "HTTP/1.1 302 Found\nLocation: /on"));
                GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, LIMITS, resolver)) {
            assertRefused(
                    () -> fetcher.fetch(server.urlAt("rebind.example", "/"), MAX),
                    ErrorCode.UNSAFE_ADDRESS,
                    "redirects");
            assertThat(server.requests()).containsExactly("/", "/on");
            assertThat(resolver.count).hasValue(3);
        }
    }

    @Test
    void passesOverTheAddressesOfAHostThatAreNotPermitted() throws Exception {
        GuardedFetcher.Resolver both = _ -> List.of(InetAddress.ofLiteral(UNSAFE), InetAddress.ofLiteral(SAFE));
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 200 OK\nContent-Length: 1", (byte) 7);
                GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, LIMITS, both)) {
            assertThat(fetcher.fetch(server.urlAt("both.example", "/"), MAX)).containsExactly(7);
        }
    }

    @Test
    void doesNotLookAddressesUp() throws Exception {
        Rebinding resolver = new Rebinding(UNSAFE);
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 200 OK\nContent-Length: 1", (byte) 7);
                GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, LIMITS, resolver)) {
            for (String form : List.of("127.0.0.1", "2130706433", "0x7f.1", "0177.1", "[::ffff:127.0.0.1]")) {
                assertThat(fetcher.fetch(server.urlAt(form, "/"), MAX)).containsExactly(7);
            }
            assertThat(resolver.count).hasValue(0);
        }
    }

    @Test
    void saysWhenAHostIsNotKnown() {
        for (GuardedFetcher.Resolver resolver : List.<GuardedFetcher.Resolver>of(new Rebinding(), _ -> List.of())) {
            try (GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, LIMITS, resolver)) {
                assertRefused(
                        () -> fetcher.fetch("http://no.example/", MAX),
                        ErrorCode.DOWNLOAD_FAILED,
                        "the host no.example is not known");
            }
        }
    }

    @Test
    void countsTheLookUpAsPartOfTheTotalTime() {
        CountDownLatch never = new CountDownLatch(1);
        GuardedFetcher.Resolver stuck = _ -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        FetchLimits limits = Fetches.limits(Fetches.AMPLE, Duration.ofMillis(200));
        try (GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, limits, stuck)) {
            assertRefused(
                    () -> fetcher.fetch("http://slow.example/", MAX),
                    ErrorCode.DOWNLOAD_FAILED,
                    "longer than the 200 ms");
        }
    }

    @Test
    void doesNotBlameTheCallerForAResolverThatBreaks() {
        GuardedFetcher.Resolver broken = _ -> {
            throw new IllegalArgumentException("broken");
        };
        try (GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, LIMITS, broken)) {
            assertThatThrownBy(() -> fetcher.fetch("http://a.example/", MAX)).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Knows every name, at another address each time it is asked. */
    private static final class Rebinding implements GuardedFetcher.Resolver {
        final AtomicInteger count = new AtomicInteger();
        private final Deque<String> answers;

        Rebinding(String... answers) {
            this.answers = new ArrayDeque<>(Arrays.asList(answers));
        }

        @Override
        public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
            count.incrementAndGet();
            if (answers.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.ofLiteral(answers.pop()));
        }
    }
}
