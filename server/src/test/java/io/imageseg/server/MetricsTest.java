package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.model.ModelException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class MetricsTest {
    private static final String CALLS = "imageseg_calls_total{action=\"%s\",code=\"%s\"}";

    @TempDir
    private Path data;

    private ImageHost images;
    private String photo;

    @BeforeEach
    void hostAPhoto() throws Exception {
        images = new ImageHost();
        photo = images.put("photo.png", Photos.png());
    }

    @AfterEach
    void stop() {
        images.close();
    }

    @Test
    void callsAreCountedByActionAndCodeAndTheirTimeByStage() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            server.call("SegmentCommodity").with("ImageURL", photo).get();
            server.call("SegmentCommodity").with("ImageURL", photo).get();
            server.call("SegmentCommodity").get();
            Metrics metrics = Metrics.of(server);
            assertThat(metrics.value(CALLS.formatted("SegmentCommodity", "OK"))).isEqualTo(2);
            assertThat(metrics.value(CALLS.formatted("SegmentCommodity", "MissingImageURL")))
                    .isEqualTo(1);
            assertThat(metrics.value("imageseg_calls_active")).isZero();
            String took = "imageseg_call_seconds_%s{action=\"SegmentCommodity\",async=\"false\"%s}";
            assertThat(metrics.value(took.formatted("count", ""))).isEqualTo(2);
            assertThat(metrics.value(took.formatted("bucket", ",le=\"60.0\""))).isEqualTo(2);
            for (String stage : Set.of("read", "wait", "cut", "store")) {
                assertThat(metrics.value("imageseg_stage_seconds_count{action=\"SegmentCommodity\",stage=\"%s\"}"
                                .formatted(stage)))
                        .as(stage)
                        .isEqualTo(2);
            }
            assertThat(metrics.value("imageseg_image_bytes_sum")).isEqualTo(2 * Photos.png().length);
        }
    }

    @Test
    void networksShowWhatRunsThemAndHowLongTheyRun() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            server.call("SegmentCommodity").with("ImageURL", photo).get();
            Metrics metrics = Metrics.of(server);
            assertThat(metrics.value("imageseg_network_run_seconds_count{network=\"isnet\"}"))
                    .as("two looks")
                    .isEqualTo(2);
            assertThat(metrics.labels("imageseg_network_info", "engine")).contains("Java");
            while (Metrics.of(server).value("imageseg_ready") < 1) {
                Thread.sleep(5);
            }
            assertThat(Metrics.of(server).labels("imageseg_network_info", "network"))
                    .contains("isnet");
            // The small ones wait for those who need them, but not for ever.
            while (Metrics.of(server).labels("imageseg_network_info", "network").size() < 5) {
                Thread.sleep(100);
            }
            assertThat(Metrics.of(server).labels("imageseg_network_info", "network"))
                    .containsExactly("centerface", "face-mesh", "isnet", "nanodet", "selfie");
        }
    }

    @Test
    void aNetworkThatFailsIsCountedAsTheCallsCode() throws Exception {
        try (TestServer server = TestServer.start(
                data,
                Map.of(),
                () -> new RedIsSalient(() -> {
                    throw new ModelException("out of order");
                }))) {
            server.call("SegmentCommodity").with("ImageURL", photo).get();
            assertThat(Metrics.of(server).value(CALLS.formatted("SegmentCommodity", "InternalError.Model")))
                    .isEqualTo(1);
        }
    }

    @Test
    void theQueueShowsItsPlacesAndWhoGotNone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Map<String, String> settings = Map.of("imageseg.queue.length", "0");
        try (TestServer server = TestServer.start(data, settings, () -> new RedIsSalient(() -> hold(begun, mayEnd)));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> first = callers.submit(server.call("SegmentCommodity").with("ImageURL", photo)::get);
            begun.await();
            server.call("SegmentCommodity").with("ImageURL", photo).get();
            Metrics busy = Metrics.of(server);
            assertThat(busy.value("imageseg_queue_places")).isEqualTo(1);
            assertThat(busy.value("imageseg_queue_places_taken")).isEqualTo(1);
            assertThat(busy.value("imageseg_queue_refused_total")).isEqualTo(1);
            assertThat(busy.value("imageseg_calls_active")).isEqualTo(1);
            mayEnd.countDown();
            first.get();
            Metrics idle = Metrics.of(server);
            assertThat(idle.value("imageseg_queue_places_taken")).isZero();
            assertThat(idle.value("imageseg_queue_wait_seconds_count{turn=\"came\"}"))
                    .isEqualTo(1);
        } finally {
            mayEnd.countDown();
        }
    }

    private static void hold(CountDownLatch begun, CountDownLatch mayEnd) {
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void jobsAreShownByStatusAndTheirAttemptsAndResultsToo() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            server.call("SegmentCommodity")
                    .with("ImageURL", photo)
                    .with("Async", "true")
                    .get();
            String attempts =
                    "imageseg_job_attempt_seconds_count{action=\"SegmentCommodity\",status=\"PROCESS_SUCCESS\"}";
            while (Metrics.of(server).value(attempts) < 1) {
                Thread.sleep(5);
            }
            // Asked once more: values of one page are read one after the other, and others of the first were read
            // before it ended.
            Metrics metrics = Metrics.of(server);
            assertThat(metrics.value("imageseg_jobs{status=\"PROCESS_SUCCESS\"}"))
                    .isEqualTo(1);
            assertThat(metrics.value("imageseg_jobs{status=\"QUEUING\"}")).isZero();
            assertThat(metrics.value("imageseg_job_wait_seconds_count")).isEqualTo(1);
            assertThat(metrics.value("imageseg_folder_files{folder=\"results\"}"))
                    .isEqualTo(1);
            assertThat(metrics.value("imageseg_folder_size_bytes{folder=\"results\"}"))
                    .isEqualTo(Files.size(
                            server.resultsFolder().resolve(server.results().getFirst())));
            assertThat(metrics.value("imageseg_call_seconds_count{action=\"SegmentCommodity\",async=\"true\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whateverCallersSendTheSeriesAreTheSame() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            server.call("Nonsense").get();
            Set<String> before = ofCalls(Metrics.of(server));
            for (int i = 0; i < 50; i++) {
                server.call("Nonsense" + i).with("Version", "v" + i).get();
                server.call("a\"} 1\nb{c=\"" + i).get();
            }
            Metrics metrics = Metrics.of(server);
            assertThat(ofCalls(metrics)).isEqualTo(before);
            assertThat(metrics.labels("imageseg_calls_total", "action")).containsExactly("-");
            assertThat(metrics.value(CALLS.formatted("-", "UnsupportedOperation")))
                    .isEqualTo(101);
        }
    }

    /** Without those that appear as networks are loaded. */
    private static Set<String> ofCalls(Metrics metrics) {
        return metrics.series().keySet().stream()
                .filter(series -> series.startsWith("imageseg_") && !series.startsWith("imageseg_network_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theProcessShowsItsMemoryFilesThreadsAndProcessorTime() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            assertThat(Metrics.of(server).names())
                    .contains("process_cpu_usage", "process_uptime_seconds", "jvm_threads_live_threads")
                    .contains("jvm_memory_used_bytes", "process_files_open_files");
            if (Files.exists(Path.of("/proc/self/status"))) {
                assertThat(Metrics.of(server).value("process_resident_memory_bytes"))
                        .isGreaterThan(10e6);
            }
        }
    }

    @Test
    void theDocumentedTableHoldsEveryMetricOfTheServersOwnAndNoOther() throws Exception {
        Set<String> documented = Pattern.compile("(?m)^\\| `(imageseg_[a-z_]+|process_resident_memory_bytes)")
                .matcher(Files.readString(Path.of("..", "docs", "metrics.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (TestServer server = TestServer.start(data)) {
            server.call("SegmentCommodity")
                    .with("ImageURL", photo)
                    .with("Async", "true")
                    .get();
            while (server.results().isEmpty()
                    || Metrics.of(server)
                            .labels("imageseg_job_attempt_seconds_count", "status")
                            .isEmpty()) {
                Thread.sleep(5);
            }
            Set<String> shown = Metrics.of(server).names();
            shown.removeIf(name -> !name.matches("imageseg_.*|process_resident_memory_bytes"));
            assertThat(shown).isEqualTo(documented);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP"})
    void aProxyIsNotShownThemForItsCallers(String header) throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Reply reply = Reply.to(HttpRequest.newBuilder(URI.create(server.address() + "metrics"))
                    .header(header, "127.0.0.1"));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text()).contains("imageseg.metrics.from").doesNotContain("imageseg_");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "10.1.2.3, true",
        "10.2.0.1, false",
        "fd00::1, true",
        "fe80::1, false",
        "192.0.2.1, false"
    })
    void thisMachineAndListedAddressesMayReadThem(String address, boolean may) throws IOException {
        Settings settings =
                SettingsReader.read(Optional.empty(), Map.of("imageseg.metrics.from", "10.1.0.0/16,fd00::/8"));
        try (Metering metering = Metering.of(settings.metrics())) {
            assertThat(metering.isReader(InetAddress.ofLiteral(address))).isEqualTo(may);
        }
    }

    @Test
    void theyCanBeTurnedOff() throws Exception {
        try (TestServer server =
                TestServer.start(data, new AdjustableClock(), Map.of("imageseg.metrics.enabled", "false"))) {
            assertThat(server.call("SegmentCommodity")
                            .with("ImageURL", photo)
                            .get()
                            .status())
                    .isEqualTo(200);
            assertThat(Reply.toGet(server.address() + "metrics").failure().code())
                    .as("a path like any other")
                    .isEqualTo("MissingParameter");
        }
    }
}
