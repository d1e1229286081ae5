package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.Caller;
import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey;
import io.imageseg.server.database.Database;
import io.imageseg.server.operator.KeyCommand;
import io.imageseg.server.operator.KeyReply;
import io.imageseg.server.usage.UsageBook;
import io.imageseg.server.usage.UsageRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of the calls of a key, as the operator sees it. */
class UsageTest {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-01");

    private final AdjustableClock clock = new AdjustableClock();

    @TempDir
    private Path data;

    private static List<UsageRow> used(TestServer server, int days) throws Exception {
        return ((KeyReply.Counted) server.operator(new KeyCommand.CountUsage(days))).usage();
    }

    private UsageRow row(TestServer server, String action, long calls, long refused, long failed) {
        return new UsageRow(server.key().id(), action, FIRST_DAY, calls, refused, failed);
    }

    private static void calls(TestServer server, int status) throws Exception {
        assertThat(server.call("SegmentCommodity").get().status()).isEqualTo(status);
    }

    @Test
    void successesRefusalsAndFailuresAreToldApart() throws Exception {
        try (ImageHost images = new ImageHost();
                TestServer server = TestServer.start(data, clock)) {
            String photo = images.put("photo.png", Photos.png());
            assertThat(server.call("SegmentCommodity")
                            .with("ImageURL", photo)
                            .get()
                            .status())
                    .isEqualTo(200);
            calls(server, 400);
            assertThat(server.call("SegmentUnicorn").get().status()).isEqualTo(404);
            assertThat(server.call("SegmentDragon").get().status()).isEqualTo(404);
            assertThat(used(server, 1))
                    .containsExactly(row(server, "-", 2, 2, 0), row(server, "SegmentCommodity", 2, 1, 0));
        }
        try (ImageHost images = new ImageHost();
                TestServer server = TestServer.start(data, clock, Map.of(), () -> {
                    throw new IllegalStateException("a network that does not load");
                })) {
            String photo = images.put("photo.png", Photos.png());
            assertThat(server.call("SegmentCommodity")
                            .with("ImageURL", photo)
                            .get()
                            .status())
                    .isEqualTo(500);
            assertThat(used(server, 1))
                    .as("after a restart")
                    .containsExactly(row(server, "-", 2, 2, 0), row(server, "SegmentCommodity", 3, 1, 1));
        }
    }

    @Test
    void callsThatAreThrottledOrNotAllowedCountAndForgedOnesDoNot() throws Exception {
        try (TestServer server = TestServer.start(data, clock)) {
            KeyLimits once = new KeyLimits(Optional.of(Set.of("SegmentCommodity")), OptionalInt.of(1));
            assertThat(server.server().keys().limit(server.key().id(), once)).isTrue();
            calls(server, 400);
            assertThat(server.call("SegmentCommodity").get().failure().code()).isEqualTo("Throttling.User");
            assertThat(server.call("SegmentBody").get().status()).isEqualTo(403);
            assertThat(server.call("SegmentBody")
                            .altered("Signature", "bm8=")
                            .get()
                            .status())
                    .isEqualTo(400);
            RpcCall replayed = server.call("SegmentHead");
            assertThat(replayed.get().status()).isEqualTo(403);
            assertThat(replayed.get().failure().code()).isEqualTo("SignatureNonceUsed");
            assertThat(used(server, 1))
                    .containsExactly(
                            row(server, "SegmentBody", 1, 1, 0),
                            row(server, "SegmentCommodity", 2, 2, 0),
                            row(server, "SegmentHead", 1, 1, 0));
        }
    }

    @Test
    void anAsynchronousCallCountsOnceHoweverOftenItIsTried() throws Exception {
        Map<String, String> settings = Map.of("imageseg.jobs.attempts", "3", "imageseg.jobs.pause", "PT0.01S");
        try (ImageHost images = new ImageHost();
                TestServer server = TestServer.start(data, clock, settings, RedIsSalient::new);
                Ticking _ = new Ticking(clock)) {
            Reply accepted = server.call("SegmentCommodity")
                    .with("ImageURL", images.address("missing.png"))
                    .with("Async", "true")
                    .get();
            assertThat(accepted.status()).isEqualTo(200);
            while (images.requests() < 3) {
                Thread.sleep(10);
            }
            assertThat(used(server, 1)).containsExactly(row(server, "SegmentCommodity", 1, 0, 0));
        }
    }

    @Test
    void noCallOfManyAtTheSameTimeIsLost() throws Exception {
        try (TestServer server = TestServer.start(data, clock);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                statuses.add(callers.submit(
                        () -> server.call("SegmentCommodity").get().status()));
                if (i % 50 == 0) {
                    List<UsageRow> _ = used(server, 1);
                }
            }
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(400);
            }
            assertThat(used(server, 1)).containsExactly(row(server, "SegmentCommodity", 200, 200, 0));
        }
    }

    @Test
    void daysAreOfUtcAndAsManyAreShownAsAreAskedFor() throws Exception {
        try (TestServer server = TestServer.start(data, clock)) {
            calls(server, 400);
            clock.advance(Duration.ofHours(12).minusSeconds(1));
            calls(server, 400);
            clock.advance(Duration.ofSeconds(1));
            calls(server, 400);
            UsageRow today = new UsageRow(server.key().id(), "SegmentCommodity", FIRST_DAY.plusDays(1), 1, 1, 0);
            assertThat(used(server, 1)).containsExactly(today);
            assertThat(used(server, 2)).containsExactly(today, row(server, "SegmentCommodity", 2, 2, 0));
            assertThat(server.operator(new KeyCommand.CountUsage(0))).isInstanceOf(KeyReply.Refused.class);
        }
    }

    @Test
    void whatIsOlderThanIsKeptIsForgotten() throws Exception {
        try (Database database = Database.open(data);
                UsageBook book = new UsageBook(database.jdbi(), clock, 2)) {
            Caller caller = new Caller("key", true, KeyLimits.NONE);
            for (int day = 0; day < 4; day++) {
                clock.advance(Duration.ofDays(day == 0 ? 0 : 1));
                book.count(caller, "SegmentBody", 200);
            }
            assertThat(book.ofLast(100)).hasSize(4);
            book.sweep();
            assertThat(book.ofLast(100))
                    .extracting(UsageRow::day)
                    .containsExactly(FIRST_DAY.plusDays(3), FIRST_DAY.plusDays(2));
        }
    }

    @Test
    void anotherKeysCallsAreItsOwn() throws Exception {
        try (TestServer server = TestServer.start(data, clock)) {
            AccessKey other = server.server().keys().create();
            calls(server, 400);
            assertThat(server.call("SegmentCommodity", other).get().status()).isEqualTo(400);
            assertThat(used(server, 1))
                    .containsExactlyInAnyOrder(
                            row(server, "SegmentCommodity", 1, 1, 0),
                            new UsageRow(other.id(), "SegmentCommodity", FIRST_DAY, 1, 1, 0));
        }
    }
}
