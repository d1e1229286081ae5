package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.model.Network;
import io.imageseg.server.auth.AccessKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls with Async=true: accepted at once, done later, asked for by their RequestId. */
@Timeout(120)
class AsyncCallsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ImageHost images;
    private String photo;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws Exception {
        images = new ImageHost();
        photo = images.put("photo.png", Photos.png());
    }

    @AfterEach
    void stop() {
        images.close();
    }

    private String accepted(TestServer server, String photo) throws Exception {
        return accepted(server.call("SegmentCommodity").with("ImageURL", photo));
    }

    private static String accepted(RpcCall call) throws Exception {
        Reply reply = call.with("Async", "true").get();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("RequestId", "Message");
        return reply.json().path("RequestId").asString();
    }

    private static Reply asked(TestServer server, String job) throws Exception {
        return server.call("GetAsyncJobResult").with("JobId", job).get();
    }

    private static JsonNode ended(TestServer server, String job) throws Exception {
        Instant latest = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(latest)) {
            Reply reply = asked(server, job);
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            JsonNode answer = reply.json().path("Data");
            assertThat(answer.path("JobId").asString()).isEqualTo(job);
            if (!List.of("QUEUING", "PROCESSING").contains(answer.path("Status").asString())) {
                return answer;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the job %s did not end".formatted(job));
    }

    private static void succeeded(TestServer server, String job) throws Exception {
        JsonNode answer = ended(server, job);
        assertThat(answer.path("Status").asString()).as(answer.toString()).isEqualTo("PROCESS_SUCCESS");
        assertThat(answer.propertyNames()).containsExactlyInAnyOrder("JobId", "Status", "Result");
        JsonNode result = JsonMapper.shared().readTree(answer.path("Result").asString());
        URI url = URI.create(result.path("ImageURL").asString());
        // A server that was started again listens on another port here.
        URI here = server.address().resolve(url.getRawPath() + "?" + url.getRawQuery());
        assertThat(Reply.toGet(here.toString()).status()).isEqualTo(200);
    }

    @Test
    void theResultIsWhatTheSameCallWouldHaveBeenAnswered() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            String job = accepted(server, photo);
            assertThat(job).matches(ErrorRow.REQUEST_ID);
            succeeded(server, job);
            assertThat(server.results()).hasSize(1);
        }
    }

    @Test
    void everyCallersSpellingOfTrueIsUnderstoodAndXmlToo() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Reply reply = server.call("SegmentCommodity")
                    .with("ImageURL", photo)
                    .with("Async", "True")
                    .with("Format", "XML")
                    .get();
            String job = reply.xml().getElementsByTagName("RequestId").item(0).getTextContent();
            succeeded(server, job);
            Reply asked = server.call("GetAsyncJobResult")
                    .with("JobId", job)
                    .with("Format", "XML")
                    .get();
            assertThat(asked.xml().getTagName()).isEqualTo("GetAsyncJobResultResponse");
            assertThat(asked.xml().getElementsByTagName("Status").item(0).getTextContent())
                    .isEqualTo("PROCESS_SUCCESS");
        }
    }

    @Test
    void wrongParametersAreRefusedAtOnceAndLeaveNoJob() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Reply missing =
                    server.call("SegmentCommodity").with("Async", "true").get();
            assertThat(missing.failure().code()).isEqualTo("MissingImageURL");
            Reply wrong = server.call("SegmentCommodity")
                    .with("ImageURL", photo)
                    .with("ReturnForm", "jpeg")
                    .with("Async", "true")
                    .get();
            assertThat(wrong.failure().code()).isEqualTo("InvalidParameter");
            assertThat(asked(server, wrong.failure().requestId()).failure().code())
                    .isEqualTo("InvalidParameter.JobNotFound");
        }
    }

    @Test
    void aJobWhoseImageIsWrongFailsOnceAndSaysWhy() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            String text = images.put("text.png", "no picture".getBytes(StandardCharsets.UTF_8));
            JsonNode answer = ended(server, accepted(server, text));
            assertThat(answer.path("Status").asString()).isEqualTo("PROCESS_FAILED");
            assertThat(answer.path("ErrorCode").asString()).isEqualTo("InvalidImage.Content");
            assertThat(answer.path("ErrorMessage").asString()).contains("ImageURL");
            assertThat(images.requests()).isEqualTo(1);
        }
    }

    @Test
    void whatMayPassIsTriedAgainAsOftenAsTheSettingSays() throws Exception {
        Map<String, String> settings = Map.of("imageseg.jobs.attempts", "3", "imageseg.jobs.pause", "PT0.01S");
        try (TestServer server = TestServer.start(data, settings, RedIsSalient::new);
                Ticking _ = new Ticking(server.clock())) {
            JsonNode answer = ended(server, accepted(server, images.address("missing.png")));
            assertThat(answer.path("Status").asString()).isEqualTo("LIMIT_RETRY_FAILED");
            assertThat(answer.path("ErrorCode").asString()).isEqualTo("InvalidImage.Download");
            assertThat(images.requests()).isEqualTo(3);
        }
    }

    @Test
    void aResultThatCouldNotBeStoredIsStoredLater() throws Exception {
        Map<String, String> settings = Map.of("imageseg.jobs.pause", "PT0.01S", "imageseg.jobs.attempts", "100");
        try (TestServer server = TestServer.start(data, settings, RedIsSalient::new);
                Ticking _ = new Ticking(server.clock())) {
            Files.delete(server.resultsFolder());
            Files.writeString(server.resultsFolder(), "no folder");
            String job = accepted(server, photo);
            while (images.requests() < 2) {
                Thread.sleep(10);
            }
            Files.delete(server.resultsFolder());
            Files.createDirectory(server.resultsFolder());
            succeeded(server, job);
        }
    }

    @Test
    void aJobThatWaitsTooLongIsGivenUp() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Supplier<Network> slow = () -> new RedIsSalient(() -> await(mayEnd));
        try (TestServer server = TestServer.start(data, Map.of("imageseg.jobs.threads", "1"), slow)) {
            String first = accepted(server, photo);
            String second = accepted(server, photo);
            assertThat(asked(server, second).json().path("Data").path("Status").asString())
                    .isEqualTo("QUEUING");
            server.clock().advance(Duration.ofMinutes(61));
            mayEnd.countDown();
            succeeded(server, first);
            JsonNode answer = ended(server, second);
            assertThat(answer.path("Status").asString()).isEqualTo("TIMEOUT_FAILED");
            assertThat(answer.path("ErrorMessage").asString()).contains("3600 s");
        } finally {
            mayEnd.countDown();
        }
    }

    @Test
    void jobsSurviveARestart() throws Exception {
        List<String> jobs = new ArrayList<>();
        try (TestServer server = TestServer.start(data, Map.of(), () -> new RedIsSalient(AsyncCallsTest::sleep))) {
            for (int i = 0; i < 5; i++) {
                jobs.add(accepted(server, photo));
            }
        }
        try (Stream<Path> files = Files.list(data.resolve("results"))) {
            assertThat(files.count()).as("not all were done before").isLessThan(5);
        }
        try (TestServer server = TestServer.start(data)) {
            for (String job : jobs) {
                succeeded(server, job);
            }
        }
    }

    @Test
    void anOwnFileIsTheJobsFromThenOn() throws Exception {
        CountDownLatch mayCut = new CountDownLatch(1);
        AtomicBoolean mustWait = new AtomicBoolean();
        Supplier<Network> slow = () -> new RedIsSalient(() -> {
            if (mustWait.get()) {
                await(mayCut);
            }
        });
        try (TestServer server = TestServer.start(data, Map.of("imageseg.jobs.threads", "1"), slow)) {
            String result = server.call("SegmentCommodity")
                    .with("ImageURL", photo)
                    .get()
                    .imageUrl();
            mustWait.set(true);
            String before = accepted(server, photo);
            String job = accepted(server, result);
            Files.delete(
                    server.resultsFolder().resolve(URI.create(result).getPath().substring("/results/".length())));
            mayCut.countDown();
            succeeded(server, before);
            succeeded(server, job);
            Reply gone = server.call("SegmentCommodity")
                    .with("ImageURL", result)
                    .with("Async", "true")
                    .get();
            assertThat(gone.failure().code()).isEqualTo("InvalidImage.Download");
        } finally {
            mayCut.countDown();
        }
    }

    @Test
    void anotherKeysJobDoesNotExist() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            String job = accepted(server, photo);
            succeeded(server, job);
            AccessKey other = server.server().keys().create();
            Reply.Failure others = server.call("GetAsyncJobResult", other)
                    .with("JobId", job)
                    .get()
                    .failure();
            Reply.Failure unknown =
                    asked(server, "00000000-0000-0000-0000-000000000000").failure();
            assertThat(others.status()).isEqualTo(404);
            assertThat(others.code()).isEqualTo("InvalidParameter.JobNotFound").isEqualTo(unknown.code());
            assertThat(others.message()).isEqualTo(unknown.message());
        }
    }

    @Test
    void aJobIsForgottenWithItsResult() throws Exception {
        AdjustableClock clock = new AdjustableClock();
        String job;
        try (TestServer server = TestServer.start(data, clock)) {
            job = accepted(server, photo);
            succeeded(server, job);
            clock.advance(Duration.ofMinutes(29));
        }
        try (TestServer server = TestServer.start(data, clock)) {
            succeeded(server, job);
            clock.advance(Duration.ofMinutes(2));
        }
        try (TestServer server = TestServer.start(data, clock)) {
            Instant latest = Instant.now().plus(PATIENCE);
            while (asked(server, job).status() == 200 && Instant.now().isBefore(latest)) {
                Thread.sleep(20);
            }
            assertThat(asked(server, job).failure().code()).isEqualTo("InvalidParameter.JobNotFound");
        }
    }

    @Test
    void noMoreJobsAreAcceptedThanMayWait() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Supplier<Network> slow = () -> new RedIsSalient(() -> await(mayEnd));
        try (TestServer server = TestServer.start(data, Map.of("imageseg.jobs.waiting", "2"), slow)) {
            String first = accepted(server, photo);
            String second = accepted(server, photo);
            Reply third = server.call("SegmentCommodity")
                    .with("ImageURL", photo)
                    .with("Async", "true")
                    .get();
            assertThat(third.failure().code()).isEqualTo("ServiceUnavailable");
            assertThat(third.header("Retry-After")).matches("[1-9][0-9]*");
            mayEnd.countDown();
            succeeded(server, first);
            succeeded(server, second);
            succeeded(server, accepted(server, photo));
        } finally {
            mayEnd.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
