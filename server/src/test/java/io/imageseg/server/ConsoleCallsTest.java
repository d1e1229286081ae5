package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey;
import io.imageseg.server.operator.KeyCommand;
import io.imageseg.server.operator.KeyReply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls from the console go the way of every call. */
class ConsoleCallsTest {
    private final AdjustableClock clock = new AdjustableClock();

    @TempDir
    private Path data;

    private TestServer server;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(data, clock);
        browser = new Browser(server.address());
        browser.signIn(server.key());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static JsonNode answer(List<JsonNode> lines) {
        return JsonMapper.shared().readTree(lines.getLast().path("json").asString());
    }

    private static void failed(List<JsonNode> lines, int status, String code) {
        assertThat(lines.getLast().path("status").asInt()).as(lines.toString()).isEqualTo(status);
        assertThat(answer(lines).path("Code").asString()).isEqualTo(code);
        assertThat(lines.getLast().path("xml").asString()).contains("<Code>" + code + "</Code>");
    }

    @Test
    void aFileIsKeptAndACallIsFollowedStageByStageToItsPicture() throws Exception {
        String url = browser.keep(Photos.png());
        assertThat(url).startsWith(server.address() + "uploads/");
        List<JsonNode> lines = browser.call("SegmentCommonImage", Map.of("ImageURL", url, "ReturnForm", "crop"));
        assertThat(lines.subList(0, lines.size() - 1).stream()
                        .map(line -> line.path("stage").asString()))
                .containsExactly("authenticate", "read", "fetch", "decode", "wait", "cut", "store");
        JsonNode last = lines.getLast();
        assertThat(last.path("status").asInt()).isEqualTo(200);
        assertThat(last.path("milliseconds").isIntegralNumber()).isTrue();
        assertThat(last.path("stages").findValuesAsString("name"))
                .containsExactly("authenticate", "read", "fetch", "decode", "wait", "cut", "store");
        assertThat(last.path("request").asString())
                .startsWith("POST /\n\nAction=SegmentCommonImage&Version=2019-12-30&")
                .contains("ReturnForm=crop")
                .doesNotContain("Signature");
        assertThat(answer(lines).path("RequestId").asString())
                .isEqualTo(last.path("requestId").asString());
        String picture = answer(lines).path("Data").path("ImageURL").asString();
        assertThat(Reply.pictureAt(picture).getWidth()).isBetween(30, 34);
        assertThat(last.path("xml").asString())
                .startsWith("<?xml")
                .contains("<SegmentCommonImageResponse>", picture.replace("&", "&amp;"));
    }

    @ParameterizedTest
    @CsvSource({
        "SegmentCommonImage, '', MissingImageURL, 400",
        "SegmentUnicorn, http://127.0.0.1/, MissingParameter, 400",
        "SegmentBody, no address, InvalidImage.URL, 400",
        "SegmentBody, http://10.0.0.1/, InvalidImage.Unsafe, 400",
        "SegmentBody, http://127.0.0.1:9/, InvalidImage.Download, 400",
        "SegmentBody, 'data:image/png;base64,AAAA', InvalidImage.Content, 400",
        "GetAsyncJobResult, '', MissingParameter, 400"
    })
    void errorsOfTheApiAreTheLastLine(String action, String url, String code, int status) throws Exception {
        failed(browser.call(action, Map.of("ImageURL", url)), status, code);
    }

    @Test
    void anUnknownActionAndAnUnknownJobAreNotFound() throws Exception {
        failed(browser.call("SegmentUnicorn", Map.of("Version", "2019-12-30")), 404, "UnsupportedOperation");
        failed(browser.call("GetAsyncJobResult", Map.of("JobId", "none")), 404, "InvalidParameter.JobNotFound");
    }

    @Test
    void theKeysLimitsHold() throws Exception {
        KeyLimits limits = new KeyLimits(Optional.of(Set.of("SegmentBody")), OptionalInt.of(1));
        AccessKey key = server.server().keys().create("", limits);
        browser.signIn(key);
        failed(browser.call("SegmentHair", Map.of("ImageURL", "x")), 403, "InvalidApi.NotPurchase");
        List<JsonNode> lines = browser.call("SegmentBody", Map.of("ImageURL", "x"));
        failed(lines, 400, "InvalidImage.URL");
        assertThat(lines.getLast().path("retryAfter").isNull()).isTrue();
        List<JsonNode> throttled = browser.call("SegmentBody", Map.of("ImageURL", "x"));
        failed(throttled, 400, "Throttling.User");
        assertThat(throttled.getLast().path("retryAfter").asInt()).isBetween(1, 60);
    }

    @Test
    void callsAreCountedLikeAllOthers() throws Exception {
        failed(browser.call("SegmentBody", Map.of("ImageURL", "x")), 400, "InvalidImage.URL");
        browser.call("SegmentCommonImage", Map.of("ImageURL", browser.keep(Photos.png())));
        KeyReply.Counted counted = (KeyReply.Counted) server.operator(new KeyCommand.CountUsage(1));
        assertThat(counted.usage().stream().map(row -> row.action() + " " + row.calls() + " " + row.refused()))
                .containsExactlyInAnyOrder("SegmentBody 1 1", "SegmentCommonImage 1 0", "AuthorizeFileUpload 1 0");
    }

    @Test
    void anAsynchronousCallIsFollowedToItsEnd() throws Exception {
        String url = browser.keep(Photos.jpeg());
        List<JsonNode> accepted = browser.call("SegmentCommonImage", Map.of("ImageURL", url, "Async", "true"));
        assertThat(answer(accepted).path("Message").asString()).contains("GetAsyncJobResult");
        String job = accepted.getLast().path("requestId").asString();
        JsonNode ended = ended(job);
        assertThat(ended.path("Status").asString()).as(ended.toString()).isEqualTo("PROCESS_SUCCESS");
        JsonNode result = JsonMapper.shared().readTree(ended.path("Result").asString());
        assertThat(Reply.pictureAt(result.path("ImageURL").asString()).getWidth())
                .isEqualTo(96);

        browser.signIn(server.server().keys().create());
        failed(browser.call("GetAsyncJobResult", Map.of("JobId", job)), 404, "InvalidParameter.JobNotFound");
    }

    private JsonNode ended(String job) throws Exception {
        Instant latest = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(latest)) {
            JsonNode state = answer(browser.call("GetAsyncJobResult", Map.of("JobId", job)))
                    .path("Data");
            if (!List.of("QUEUING", "PROCESSING").contains(state.path("Status").asString())) {
                return state;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the job %s did not end".formatted(job));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndNothingOfItStays() throws Exception {
        Reply reply = browser.post("files", new byte[(4 << 20) + 1]);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().path("code").asString()).isEqualTo("EntityTooLarge");
        assertThat(reply.json().path("message").asString()).contains("4194304");
        assertThat(server.uploads()).isEmpty();
    }

    @Test
    void aCallWithALongBodyIsRefused() throws Exception {
        Reply reply = browser.post(
                "calls", Map.of("action", "SegmentBody", "parameters", Map.of("ImageURL", "x".repeat(70_000))));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().path("message").asString()).contains("65536");
    }

    @Test
    void nobodyKeepsFilesOrCallsWithoutASession() throws Exception {
        browser.withoutCookie();
        assertThat(browser.post("files", Photos.png()).status()).isEqualTo(401);
        assertThat(browser.post("calls", Map.of("action", "SegmentBody")).status())
                .isEqualTo(401);
        assertThat(server.uploads()).isEmpty();
    }

    @Test
    void aFileIsForgottenLikeEveryUpload() throws Exception {
        String url = browser.keep(Photos.png());
        clock.advance(Duration.ofMinutes(31));
        failed(browser.call("SegmentBody", Map.of("ImageURL", url)), 400, "InvalidImage.Download");
    }
}
