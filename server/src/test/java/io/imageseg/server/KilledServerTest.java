package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server was given before it was killed is done by the one that is started after it. */
class KilledServerTest {
    private static final int JOBS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    @Timeout(180)
    void allResultsOfABatchArriveHoweverManyWereDone(int done, @TempDir Path data) throws Exception {
        Map<String, String> photosByJob = new LinkedHashMap<>();
        try (ImageHost images = new ImageHost()) {
            try (ServerProcess server = ServerProcess.start(data)) {
                for (int i = 0; i < JOBS; i++) {
                    String photo = images.put("photo-%d.png".formatted(i), Photos.png());
                    Reply reply = server.call("SegmentCommodity")
                            .with("ImageURL", photo)
                            .with("Async", "true")
                            .get();
                    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
                    photosByJob.put(reply.json().path("RequestId").asString(), photo);
                }
                while (done > 0 && stored(data) < done) {
                    Thread.sleep(20);
                }
                server.kill();
            }
            assertThat(stored(data)).as("it was killed in the midst of it").isBetween((long) done, JOBS - 1L);
            try (ServerProcess server = ServerProcess.start(data)) {
                for (String job : photosByJob.keySet()) {
                    succeeds(server, job);
                }
            }
            assertThat(images.requests())
                    .as("only what was under way was done again")
                    .isBetween(JOBS, JOBS + 2);
        }
    }

    private static long stored(Path data) throws Exception {
        try (Stream<Path> files = Files.list(data.resolve("results"))) {
            return files.filter(file -> file.toString().endsWith(".png")).count();
        }
    }

    private static void succeeds(ServerProcess server, String job) throws Exception {
        Instant latest = Instant.now().plus(PATIENCE);
        JsonNode answer = asked(server, job);
        while (!answer.path("Status").asString().startsWith("PROCESS_")
                && Instant.now().isBefore(latest)) {
            Thread.sleep(50);
            answer = asked(server, job);
        }
        assertThat(answer.path("Status").asString()).as(answer.toString()).isEqualTo("PROCESS_SUCCESS");
        JsonNode result = JsonMapper.shared().readTree(answer.path("Result").asString());
        URI url = URI.create(result.path("ImageURL").asString());
        // The second process listens on another port.
        URI here = server.address().resolve(url.getRawPath() + "?" + url.getRawQuery());
        assertThat(Reply.pictureAt(here.toString()).getWidth()).isPositive();
    }

    private static JsonNode asked(ServerProcess server, String job) throws Exception {
        Reply reply = server.call("GetAsyncJobResult").with("JobId", job).get();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("Data");
    }
}
