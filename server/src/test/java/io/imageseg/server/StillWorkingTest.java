package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Node.js's client libraries give up on a connection that is silent for three seconds; a cut may take longer. */
@Timeout(120)
class StillWorkingTest {
    private static final String NODE = "AlibabaCloud (linux; x64) Node.js/v20.19.2 Core/1.0.1 TeaDSL/2";
    private static final String JAVA = "AlibabaCloud (Linux; amd64) Java/25 Core/4.7.10";

    private ImageHost images;
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        images = new ImageHost();
        server = TestServer.start(data, Map.of(), () -> new RedIsSalient(StillWorkingTest::work));
    }

    @AfterEach
    void stop() {
        server.close();
        images.close();
    }

    @Test
    void aNodeClientIsToldEachSecondThatItsCallIsWorkedOn() throws Exception {
        String said = said(NODE, "HTTP/1.1");
        assertThat(said).startsWith("HTTP/1.1 102 ");
        assertThat(said.split("HTTP/1.1 102 ", -1)).as("interim responses").hasSizeBetween(3, 7);
        assertThat(said.split("HTTP/1.1 200 ", -1)).as("answers").hasSize(2);
        assertThat(said).contains("\"ImageURL\":\"http").doesNotContain("Connection: close\r\n\r\nHTTP");
    }

    @Test
    void theConnectionServesTheNextCallToo() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(request(NODE, "HTTP/1.1", "keep-alive"));
            http.send(request(NODE, "HTTP/1.1", "close"));
            assertThat(http.rest().split("HTTP/1.1 200 ", -1)).as("answers").hasSize(3);
        }
    }

    @Test
    void otherClientsHearNothingBeforeTheAnswer() throws Exception {
        assertThat(said(JAVA, "HTTP/1.1")).startsWith("HTTP/1.1 200 ").doesNotContain(" 102 ");
        assertThat(said(NODE, "HTTP/1.0")).contains(" 200 ").doesNotContain(" 102 ");
    }

    private String said(String agent, String version) throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(request(agent, version, "close"));
            return http.rest();
        }
    }

    private String request(String agent, String version, String connection) {
        String target = server.call("SegmentCommodity")
                .with("ImageURL", images.put("photo.png", Photos.png()))
                .target();
        return "GET %s %s\r\nHost: 127.0.0.1:%d\r\nUser-Agent: %s\r\nConnection: %s\r\n\r\n"
                .formatted(target, version, server.port(), agent, connection);
    }

    /** A call needs the network twice. */
    private static void work() {
        try {
            Thread.sleep(1300);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
