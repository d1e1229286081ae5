package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a key may call. A call without its image shows whether it got past the throttle. */
class RateTest {
    private static final Map<String, String> THREE_A_MINUTE = Map.of("imageseg.rate.per-minute", "3");

    private final AdjustableClock clock = new AdjustableClock();

    @TempDir
    private Path data;

    private TestServer server(Map<String, String> settings) throws Exception {
        return TestServer.start(data, clock, settings, RedIsSalient::new);
    }

    private static void passes(TestServer server) throws Exception {
        passes(server, server.key());
    }

    private static void passes(TestServer server, AccessKey key) throws Exception {
        assertThat(server.call("SegmentCommodity", key).get().failure().code()).isEqualTo("MissingImageURL");
    }

    private static Reply refused(RpcCall call) throws Exception {
        Reply reply = call.get();
        Reply.Failure failure = reply.text().startsWith("<") ? reply.xmlFailure() : reply.failure();
        assertThat(failure.code()).isEqualTo("Throttling.User");
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.requestId()).matches(ErrorRow.REQUEST_ID);
        assertThat(failure.message()).contains("again in " + reply.header("Retry-After") + " s");
        return reply;
    }

    private static RpcCall call(TestServer server) {
        return server.call("SegmentCommodity");
    }

    private static KeyLimits perMinute(int calls) {
        return new KeyLimits(Optional.empty(), OptionalInt.of(calls));
    }

    @Test
    void aMinutesCallsMayComeAtOnceAndTheNextWhenItIsDue() throws Exception {
        try (TestServer server = server(THREE_A_MINUTE)) {
            passes(server);
            passes(server);
            passes(server);
            Reply reply = refused(call(server));
            assertThat(reply.header("Retry-After")).isEqualTo("20");
            assertThat(reply.failure().message()).contains("3 calls per minute");
            assertThat(refused(call(server).with("Format", "XML")).header("Retry-After"))
                    .isEqualTo("20");
            clock.advance(Duration.ofMillis(19_001));
            assertThat(refused(call(server)).header("Retry-After")).isEqualTo("1");
            clock.advance(Duration.ofSeconds(1));
            passes(server);
            refused(call(server));
        }
    }

    @Test
    void itIsAskedAfterTheActionAndBeforeItsParameters() throws Exception {
        try (TestServer server = server(Map.of("imageseg.rate.per-minute", "1"))) {
            passes(server);
            assertThat(server.call("SegmentUnicorn").get().failure().code()).isEqualTo("UnsupportedOperation");
            refused(call(server).with("ReturnForm", "jpeg"));
        }
    }

    @Test
    void eachKeyIsHeldToItsOwnRateElseToTheServers() throws Exception {
        try (TestServer server = server(THREE_A_MINUTE)) {
            AccessKey slow = server.server().keys().create("slow", perMinute(1));
            passes(server, slow);
            refused(server.call("SegmentCommodity", slow));
            passes(server);
            passes(server);
            passes(server);
            refused(call(server));
        }
    }

    @Test
    void withoutASettingThereIsNoRate() throws Exception {
        try (TestServer server = server(Map.of())) {
            for (int i = 0; i < 100; i++) {
                passes(server);
            }
        }
    }

    @Test
    void anotherRateHoldsFromTheNextCallOnAndAfterARestart() throws Exception {
        try (TestServer server = server(Map.of())) {
            passes(server);
            assertThat(server.server().keys().limit(server.key().id(), perMinute(1)))
                    .isTrue();
            passes(server);
            refused(call(server));
            assertThat(server.server().keys().limit(server.key().id(), perMinute(60)))
                    .isTrue();
            clock.advance(Duration.ofSeconds(1));
            passes(server);
            refused(call(server));
            assertThat(server.server().keys().limit(server.key().id(), perMinute(1)))
                    .isTrue();
        }
        try (TestServer server = server(Map.of())) {
            passes(server);
            refused(call(server));
        }
    }

    @Test
    void askingForJobsDoesNotCountButHasABoundOfItsOwn() throws Exception {
        try (TestServer server = server(THREE_A_MINUTE)) {
            for (int i = 0; i < 60; i++) {
                RpcCall ask = server.call("GetAsyncJobResult").with("JobId", "none");
                assertThat(ask.get().failure().code()).isEqualTo("InvalidParameter.JobNotFound");
            }
            Reply reply = refused(server.call("GetAsyncJobResult").with("JobId", "none"));
            assertThat(reply.failure().message()).contains("60 calls", "GetAsyncJobResult");
            passes(server);
        }
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyUp() throws Exception {
        try (TestServer server = server(Map.of("imageseg.rate.per-minute", "1"))) {
            passes(server);
            clock.advance(Duration.ofHours(-3));
            refused(call(server));
            clock.advance(Duration.ofMinutes(1));
            passes(server);
        }
    }

    @Test
    void callsAtTheSameTimeAreHeldToItTogether() throws Exception {
        try (TestServer server = server(Map.of("imageseg.rate.per-minute", "10"));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> code = () -> call(server).get().failure().code();
            List<Future<String>> codes =
                    IntStream.range(0, 40).mapToObj(_ -> callers.submit(code)).toList();
            int passed = 0;
            for (Future<String> one : codes) {
                passed += one.get().equals("MissingImageURL") ? 1 : 0;
            }
            assertThat(passed).isEqualTo(10);
        }
    }
}
