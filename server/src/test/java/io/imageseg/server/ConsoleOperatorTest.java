package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey;
import io.imageseg.server.operator.KeyCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What keys do in the console that may operate the server, and that others may not. */
class ConsoleOperatorTest {
    private final AdjustableClock clock = new AdjustableClock();

    @TempDir
    private Path data;

    private TestServer server;
    private AccessKey owner;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(data, clock);
        owner = server.server().keys().create("owner", KeyLimits.NONE, true);
        browser = new Browser(server.address());
        assertThat(browser.signIn(owner).json().path("operator").asBoolean()).isTrue();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode asked(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private JsonNode key(String id) throws Exception {
        for (JsonNode key : asked(browser.get("keys"))) {
            if (key.path("accessKeyId").asString().equals(id)) {
                return key;
            }
        }
        throw new AssertionError("no key " + id);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, keys",
        "POST, keys",
        "POST, keys/ID/enable",
        "POST, keys/ID/disable",
        "POST, keys/ID/rotate",
        "POST, keys/ID/limit",
        "GET, usage",
        "GET, jobs",
        "GET, health"
    })
    void withoutTheRightEveryRouteIsRefusedAndNothingDone(String method, String path) throws Exception {
        String before = browser.get("keys").text();
        String address = path.replace("ID", owner.id());
        browser.signIn(server.key());
        Reply reply = method.equals("GET") ? browser.get(address) : browser.post(address, Map.of());
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("code").asString()).isEqualTo("NoOperator");
        browser.withoutCookie();
        reply = method.equals("GET") ? browser.get(address) : browser.post(address, Map.of());
        assertThat(reply.status()).isEqualTo(401);
        browser.signIn(owner);
        assertThat(browser.get("keys").text()).isEqualTo(before);
    }

    @Test
    void theRightIsGivenAndTakenWhileASessionLasts() throws Exception {
        browser.signIn(server.key());
        server.operator(new KeyCommand.Entitle(server.key().id(), true));
        assertThat(browser.get("session").json().path("operator").asBoolean()).isTrue();
        assertThat(browser.get("keys").status()).isEqualTo(200);
        server.operator(new KeyCommand.Entitle(server.key().id(), false));
        assertThat(browser.get("keys").status()).isEqualTo(403);
    }

    @Test
    void aKeyIsMadeAndItsSecretShownThisOnce() throws Exception {
        JsonNode made = asked(browser.post(
                "keys", Map.of("name", "shop", "actions", List.of("SegmentHair", "SegmentBody"), "perMinute", 5)));
        assertThat(made.propertyNames()).containsExactlyInAnyOrder("accessKeyId", "accessKeySecret");
        String id = made.path("accessKeyId").asString();
        JsonNode key = key(id);
        assertThat(key.path("name").asString()).isEqualTo("shop");
        assertThat(key.path("enabled").asBoolean()).isTrue();
        assertThat(key.path("operator").asBoolean(true)).isFalse();
        assertThat(key.path("created").asString()).isEqualTo(clock.instant().toString());
        assertThat(key.path("actions").toString()).isEqualTo("[\"SegmentBody\",\"SegmentHair\"]");
        assertThat(key.path("perMinute").asInt()).isEqualTo(5);
        String secret = made.path("accessKeySecret").asString();
        assertThat(browser.get("keys").text()).doesNotContain(secret);
        assertThat(new Browser(server.address()).signIn(id, secret).status()).isEqualTo(200);
    }

    @Test
    void whatAKeyCannotBeIsRefusedWithTheReason() throws Exception {
        Reply reply = browser.post("keys", Map.of("actions", List.of("SegmentUnicorn")));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("code").asString()).isEqualTo("Refused");
        assertThat(reply.json().path("message").asString()).contains("SegmentUnicorn", "SegmentVehicle");
        assertThat(browser.post("keys/ISnobody/limit", Map.of())
                        .json()
                        .path("message")
                        .asString())
                .isEqualTo("There is no key ISnobody.");
        assertThat(browser.post("keys", Map.of("perMinute", "often")).status()).isEqualTo(400);
        assertThat(browser.get("usage?days=many").status()).isEqualTo(400);
        assertThat(browser.get("usage?days=0").status()).isEqualTo(400);
    }

    @Test
    void aKeyIsDisabledEnabledAndLimited() throws Exception {
        String id = server.key().id();
        assertThat(asked(browser.post("keys/" + id + "/disable", Map.of()))
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(key(id).path("enabled").asBoolean(true)).isFalse();
        assertThat(asked(browser.post("keys/" + id + "/enable", new byte[0]))
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        JsonNode limited = asked(browser.post("keys/" + id + "/limit", Map.of("perMinute", 7)));
        assertThat(limited.path("perMinute").asInt()).isEqualTo(7);
        assertThat(limited.path("actions").isNull()).isTrue();
        JsonNode free = asked(browser.post("keys/" + id + "/limit", Map.of()));
        assertThat(free.path("perMinute").isNull()).isTrue();
    }

    @Test
    void aKeyIsRotatedWithOrWithoutGrace() throws Exception {
        AccessKey key = server.key();
        Browser other = new Browser(server.address());
        other.signIn(key);
        JsonNode rotated = asked(browser.post("keys/" + key.id() + "/rotate", Map.of("grace", "PT1H")));
        assertThat(other.get("session").status()).isEqualTo(200);
        assertThat(key(key.id()).path("oldSecretUntil").asString())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)).toString());
        assertThat(other.signIn(key.id(), rotated.path("accessKeySecret").asString())
                        .status())
                .isEqualTo(200);
        asked(browser.post("keys/" + key.id() + "/rotate", Map.of()));
        assertThat(other.get("session").status()).isEqualTo(401);
        Reply reply = browser.post("keys/" + key.id() + "/rotate", Map.of("grace", "PT9000H"));
        assertThat(reply.json().path("message").asString()).contains("366 days");
    }

    @Test
    void usageIsShownByDayKeyAndAction() throws Exception {
        browser.call("SegmentBody", Map.of("ImageURL", "x"));
        JsonNode row = asked(browser.get("usage?days=7")).get(0);
        assertThat(row.path("day").asString()).isEqualTo("2026-03-01");
        assertThat(row.path("accessKeyId").asString()).isEqualTo(owner.id());
        assertThat(row.path("action").asString()).isEqualTo("SegmentBody");
        assertThat(row.path("calls").asLong()).isEqualTo(1);
        assertThat(row.path("refused").asLong()).isEqualTo(1);
        assertThat(row.path("failed").asLong(9)).isZero();
    }

    @Test
    void jobsOfAllKeysAreShownNewestFirst() throws Exception {
        browser.call("SegmentBody", Map.of("ImageURL", "http://10.0.0.1/", "Async", "true"));
        clock.advance(Duration.ofSeconds(1));
        Browser other = new Browser(server.address());
        other.signIn(server.key());
        other.call("SegmentHair", Map.of("ImageURL", "http://10.0.0.1/", "Async", "true"));
        JsonNode jobs = asked(browser.get("jobs"));
        assertThat(jobs.findValuesAsString("action")).containsExactly("SegmentHair", "SegmentBody");
        assertThat(jobs.findValuesAsString("accessKeyId"))
                .containsExactly(server.key().id(), owner.id());
        assertThat(jobs.get(0).propertyNames()).contains("jobId", "status", "created", "finished", "errorCode");
    }

    @Test
    void healthSaysHowTheServerDoes() throws Exception {
        clock.advance(Duration.ofSeconds(90));
        JsonNode health = asked(browser.get("health"));
        assertThat(health.path("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(health.path("uptimeSeconds").asLong()).isEqualTo(90);
        assertThat(health.path("queue").toString()).isEqualTo("{\"waiting\":0,\"length\":16}");
        assertThat(health.path("networks").findValuesAsString("name"))
                .containsExactly("isnet-general-use", "centerface", "face-mesh", "nanodet", "selfie");
        assertThat(health.path("networks").findValuesAsString("sha256"))
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
                .doesNotHaveDuplicates();
        // Small networks wait for those who need them, and are loaded after a while all the same.
        for (int i = 0; i < 6000 && !hasLoaded(health); i++) {
            Thread.sleep(20);
            health = asked(browser.get("health"));
        }
        assertThat(health.path("ready").asBoolean()).isTrue();
        assertThat(health.path("networks").findValuesAsString("loaded")).containsOnly("true");
        assertThat(health.path("engine").path("name").asString()).isEqualTo("Java");
    }

    private static boolean hasLoaded(JsonNode health) {
        return health.path("ready").asBoolean()
                && !health.path("networks").findValuesAsString("loaded").contains("false");
    }

    @Test
    void whatOperatorsDoIsLoggedWithoutSecrets() throws Exception {
        try (LogLines lines = new LogLines()) {
            JsonNode made = asked(browser.post("keys", Map.of("name", "shop", "operator", true)));
            assertThat(lines.all())
                    .anyMatch(line -> line.startsWith(owner.id() + " asked for Create[name=shop"))
                    .noneMatch(
                            line -> line.contains(made.path("accessKeySecret").asString()));
        }
    }
}
