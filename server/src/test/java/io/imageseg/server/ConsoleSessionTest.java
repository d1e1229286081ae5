package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.auth.AccessKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who is let into the console, for how long, and from where. */
class ConsoleSessionTest {
    private final AdjustableClock clock = new AdjustableClock();

    @TempDir
    private Path data;

    private TestServer server;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(data, clock, Map.of("imageseg.console.session", "PT20M"));
        browser = new Browser(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        JsonNode failure = reply.json();
        assertThat(failure.path("code").asString()).isEqualTo(code);
        assertThat(failure.path("message").asString()).isNotBlank();
    }

    @Test
    void whoeverHasAKeyAndItsSecretIsLetIn() throws Exception {
        refused(browser.get("session"), 401, "SessionExpired");
        Reply in = browser.signIn(server.key());
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.json().path("accessKeyId").asString())
                .isEqualTo(server.key().id());
        assertThat(in.json().path("operator").asBoolean(true)).isFalse();
        assertThat(in.json().path("expires").asString())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(20)).toString());
        assertThat(browser.get("session").json()).isEqualTo(in.json());
    }

    @Test
    void theCookieIsOutOfReachForScriptsAndOtherSites() throws Exception {
        String set = browser.signIn(server.key()).header("Set-Cookie");
        assertThat(set)
                .matches("imageseg-console=[A-Za-z0-9_-]{43}; Path=/console; HttpOnly; SameSite=Strict")
                .doesNotContain(server.key().secret());
    }

    @Test
    void behindTlsTheCookieIsSentOverTlsAlone() throws Exception {
        server.close();
        server = TestServer.start(data, clock, Map.of("imageseg.public-url", "https://images.example.com"));
        browser = new Browser(server.address()).with("Origin", "https://images.example.com");
        assertThat(browser.signIn(server.key()).header("Set-Cookie")).endsWith("; SameSite=Strict; Secure");
    }

    @Test
    void aWrongKeyAWrongSecretAndADisabledKeyAreRefused() throws Exception {
        AccessKey key = server.key();
        refused(browser.signIn(key.id(), key.secret() + "x"), 401, "WrongKey");
        refused(browser.signIn("ISnobody", key.secret()), 401, "WrongKey");
        refused(browser.post("session", Map.of()), 401, "WrongKey");
        refused(browser.post("session", "no object"), 400, "InvalidRequest");
        server.server().keys().enable(key.id(), false);
        refused(browser.signIn(key), 403, "KeyDisabled");
        refused(browser.signIn(key.id(), "guessed"), 401, "WrongKey");
        refused(browser.get("session"), 401, "SessionExpired");
    }

    @Test
    void afterTenFailedSignInsFromAnAddressNoneIsLookedAtForAWhile() throws Exception {
        for (int i = 0; i < 10; i++) {
            refused(browser.signIn(server.key().id(), "guess " + i), 401, "WrongKey");
        }
        Reply late = browser.signIn(server.key());
        refused(late, 429, "TooManyTries");
        assertThat(late.header("Retry-After")).isEqualTo("300");
        clock.advance(Duration.ofMinutes(5));
        assertThat(browser.signIn(server.key()).status()).isEqualTo(200);
    }

    @Test
    void signInsThatSucceedDoNotCount() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(browser.signIn(server.key()).status()).isEqualTo(200);
        }
    }

    @Test
    void aSessionEndsWhenItIsNotUsed() throws Exception {
        browser.signIn(server.key());
        clock.advance(Duration.ofMinutes(19));
        assertThat(browser.get("session").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(19));
        assertThat(browser.get("session").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(20));
        refused(browser.get("session"), 401, "SessionExpired");
        refused(browser.post("calls", Map.of("action", "SegmentBody")), 401, "SessionExpired");
    }

    @Test
    void aSessionEndsAfterADayHoweverItIsUsed() throws Exception {
        browser.signIn(server.key());
        for (int i = 0; i < 95; i++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(browser.get("session").status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(15));
        refused(browser.get("session"), 401, "SessionExpired");
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        browser.signIn(server.key());
        Reply out = browser.delete("session");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).startsWith("imageseg-console=;").endsWith("Max-Age=0");
        refused(browser.get("session"), 401, "SessionExpired");
    }

    @Test
    void signingInAnewEndsTheSessionBefore() throws Exception {
        browser.signIn(server.key());
        Browser copy = browser.copy();
        browser.signIn(server.key());
        assertThat(browser.get("session").status()).isEqualTo(200);
        refused(copy.get("session"), 401, "SessionExpired");
    }

    @Test
    void aSessionEndsWhenItsKeyIsDisabledAndDoesNotComeBack() throws Exception {
        browser.signIn(server.key());
        server.server().keys().enable(server.key().id(), false);
        refused(browser.get("session"), 401, "SessionExpired");
        server.server().keys().enable(server.key().id(), true);
        refused(browser.get("session"), 401, "SessionExpired");
    }

    @Test
    void aSessionEndsWhenItsSecretHoldsNoMore() throws Exception {
        browser.signIn(server.key());
        server.server().keys().rotate(server.key().id(), Duration.ofMinutes(10));
        assertThat(browser.get("session").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(10));
        refused(browser.get("session"), 401, "SessionExpired");
    }

    @Test
    void beyondTwentySessionsOfAKeyTheOneNotUsedForLongestEnds() throws Exception {
        browser.signIn(server.key());
        Browser second = new Browser(server.address());
        second.signIn(server.key());
        clock.advance(Duration.ofSeconds(1));
        browser.get("session");
        for (int i = 0; i < 19; i++) {
            new Browser(server.address()).signIn(server.key());
        }
        assertThat(browser.get("session").status()).isEqualTo(200);
        refused(second.get("session"), 401, "SessionExpired");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Imageseg-Console, ''",
        "X-Imageseg-Console, 0",
        "Origin, http://evil.example",
        "Origin, http://127.0.0.1",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none"
    })
    void whatAnotherPageSendsIsRefused(String header, String value) throws Exception {
        browser.signIn(server.key());
        browser.with(header, value);
        refused(browser.post("calls", Map.of("action", "SegmentBody")), 403, "ForeignOrigin");
        refused(browser.post("files", Photos.png()), 403, "ForeignOrigin");
        refused(browser.post("keys", Map.of()), 403, "ForeignOrigin");
        refused(browser.signIn(server.key()), 403, "ForeignOrigin");
        refused(browser.delete("session"), 403, "ForeignOrigin");
        assertThat(server.uploads()).isEmpty();
        assertThat(browser.get("session").status()).isEqualTo(200);
    }

    @Test
    void programsThatSendNeitherOriginNorSiteAreServed() throws Exception {
        browser.with("Origin", "").with("Sec-Fetch-Site", "");
        assertThat(browser.signIn(server.key()).status()).isEqualTo(200);
    }

    @Test
    void noSecretReachesTheLog() throws Exception {
        try (LogLines lines = new LogLines()) {
            browser.signIn(server.key().id(), "a wrong secret");
            browser.signIn(server.key());
            assertThat(lines.all())
                    .anyMatch(line -> line.contains("signed in"))
                    .noneMatch(line -> line.contains(server.key().secret()) || line.contains("a wrong secret"));
        }
    }
}
