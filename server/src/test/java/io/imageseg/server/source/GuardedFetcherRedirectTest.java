package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.MAX;
import static io.imageseg.server.source.Fetches.assertRefused;
import static io.imageseg.server.source.ScriptedServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ErrorCode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedFetcherRedirectTest {
    private final GuardedFetcher fetcher = Fetches.fetcher();

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void followsFiveRedirects() throws IOException {
        try (ScriptedServer server = countdown()) {
            assertThat(fetcher.fetch(server.url("/5"), MAX)).containsExactly(7);
            assertThat(server.requests()).containsExactly("/5", "/4", "/3", "/2", "/1", "/0");
        }
    }

    @Test
    void refusesTheSixth() throws IOException {
        try (ScriptedServer server = countdown()) {
            assertRefused(
                    () -> fetcher.fetch(server.url("/6"), MAX), ErrorCode.DOWNLOAD_FAILED, "more than the 5 times");
            assertThat(server.requests()).hasSize(6).doesNotContain("/0");
        }
    }

    @Test
    void endsALoop() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 301 Moved\nLocation: /")) {
            assertRefused(() -> fetcher.fetch(server.url("/"), MAX), ErrorCode.DOWNLOAD_FAILED, "redirects");
            assertThat(server.connections()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "data:image/png;base64,AAAA", "gopher:x", "http://"})
    void refusesToLeaveHttp(String location) throws IOException {
        try (ScriptedServer server = redirecting(302, location)) {
            assertRefused(() -> fetcher.fetch(server.url("/"), MAX), ErrorCode.UNSAFE_ADDRESS, "no http or https URL");
        }
    }

    @Test
    void refusesUsersAndHostsThatAreNoAddress() throws IOException {
        try (ScriptedServer user = redirecting(307, "http://user:word@127.0.0.1/");
                ScriptedServer number = redirecting(308, "http://1.2.3.4.5/")) {
            assertRefused(() -> fetcher.fetch(user.url("/"), MAX), ErrorCode.ILLEGAL_URL, "redirects to names a user");
            assertRefused(() -> fetcher.fetch(number.url("/"), MAX), ErrorCode.INVALID_URL, "no IPv4 address");
        }
    }

    @Test
    void saysWhenARedirectDoesNotSayWhere() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 302 Found")) {
            assertRefused(
                    () -> fetcher.fetch(server.url("/"), MAX), ErrorCode.DOWNLOAD_FAILED, "status 302 but not where");
        }
    }

    /** Redirects /n to /n-1, relatively and with a body, until 0. */
    private static ScriptedServer countdown() throws IOException {
        return new ScriptedServer((path, out) -> {
            int left = Integer.parseInt(path.substring(1));
            String head = left == 0 ? "HTTP/1.1 200 OK\n" : "HTTP/1.1 302 Found\nLocation: %d\n".formatted(left - 1);
            write(out, head + "Content-Length: 1", (byte) 7);
        });
    }

    private static ScriptedServer redirecting(int status, String location) throws IOException {
        return ScriptedServer.answering("HTTP/1.1 %d Elsewhere\nLocation: %s".formatted(status, location));
    }
}
