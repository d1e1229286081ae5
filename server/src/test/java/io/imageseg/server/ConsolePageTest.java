package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console serves, and what keeps a page of it to itself. */
class ConsolePageTest {
    @TempDir
    private static Path data;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply get(String path) throws Exception {
        return Reply.to(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/", "/console/index.html"})
    void thePageIsServedAnewEachTime(String path) throws Exception {
        Reply page = get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("A page for the tests");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whatHasAHashInItsNameIsKeptForEver() throws Exception {
        Reply script = get("/console/assets/page-0a1b2c3d.js");
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript;charset=utf-8");
        assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/assets/../index.html",
                "/console/assets/%2e%2e/index.html",
                "/console/assets/..%2findex.html",
                "/console/../../version.txt",
                "/console/..%2f..%2fserver/version.txt",
                "/console/%2e%2e/%2e%2e/server/version.txt",
                "/console//io/imageseg/server/version.txt",
                "/console/assets/..%5c..%5cindex.html",
                "/console/assets/",
                "/console/assets/page-0a1b2c3d.js%00.html",
                "/console/assets/missing.js",
                "/console/page.class",
                "/console/%73ecret"
            })
    void nothingElseOfTheClassPathIsServed(String path) throws Exception {
        String answer = RawHttp.get(server.port(), path);
        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("A page for the tests", "SNAPSHOT");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /console, 200",
        "GET, /console/, 200",
        "HEAD, /console/, 200",
        "GET, /console/assets/page-0a1b2c3d.js, 200",
        "GET, /console/assets/missing.js, 404",
        "GET, /console/nothing, 404",
        "POST, /console/nothing, 404",
        "PUT, /console/api/session, 404",
        "PATCH, /console/api/keys, 404",
        "OPTIONS, /console/api/keys, 404",
        "GET, /console/api/actions, 200",
        "GET, /console/api/nothing, 404",
        "GET, /console/api/session, 200",
        "POST, /console/api/session, 401",
        "POST, /console/api/calls, 200",
        "POST, /console/api/files, 200",
        "GET, /console/api/keys, 200",
        "POST, /console/api/keys/ISnobody/enable, 400",
        "GET, /console/api/usage, 200",
        "GET, /console/api/jobs, 200",
        "GET, /console/api/health, 200",
        "DELETE, /console/api/session, 204"
    })
    void everyAnswerKeepsThePageToItself(String method, String path, int status) throws Exception {
        AccessKey key = server.server().keys().create("", KeyLimits.NONE, true);
        String cookie = new Browser(server.address()).signIn(key).header("Set-Cookie");
        Reply reply = Reply.to(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.ofString("POST".equals(method) ? "{}" : ""))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .header("X-Imageseg-Console", "1"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
                        + " connect-src 'self'; font-src 'self'; media-src 'self' blob:; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void withoutTheConsoleItsPathsBelongToTheApi(@TempDir Path other) throws Exception {
        try (TestServer plain =
                TestServer.start(other, Map.of("imageseg.console.enabled", "false"), RedIsSalient::new)) {
            Reply reply = Reply.toGet(plain.address() + "console");
            assertThat(reply.failure().code()).isEqualTo("MissingParameter");
            assertThat(Reply.toGet(plain.address() + "openapi.json").status()).isEqualTo(200);
        }
    }
}
