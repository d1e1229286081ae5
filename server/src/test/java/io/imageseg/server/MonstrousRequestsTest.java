package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose heads, parameters or bodies are far too large are refused, at little cost and in few words. */
@Timeout(60)
class MonstrousRequestsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int PIECE = 1 << 20;
    private static final int GIGABYTE_IN_PIECES = 1 << 10;

    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = TestServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Head(String what, String text, int status) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Head> heads() {
        String get = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        String many = "X-%d: x\r\n";
        return Stream.of(
                new Head("a header of 1 MB", get + "X: " + "x".repeat(1 << 20), 431),
                new Head("a header's name of 1 MB", get + "x".repeat(1 << 20) + ": x", 431),
                new Head("10,000 headers", get + many.formatted(1).repeat(10_000), 431),
                new Head("a target of 1 MB", "GET /?x=" + "x".repeat(1 << 20) + " HTTP/1.1\r\n", 414),
                new Head("10,000 parameters", "GET /?" + "x=x&".repeat(10_000) + " HTTP/1.1\r\n", 414),
                new Head("a method of 1 MB", "G".repeat(1 << 20) + " / HTTP/1.1\r\n", 431),
                new Head("a NUL in a header", get + "X: \u0000\r\n", 400),
                new Head("a NUL in the target", "GET /\u0000 HTTP/1.1\r\n", 400),
                new Head("lengths that contradict", get + "Content-Length: 1\r\nContent-Length: 2\r\n", 400),
                new Head("a length that is none", get + "Content-Length: -1\r\n", 400),
                new Head("two framings", get + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", 400));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void ofAHeadNothingIsServed(Head head) throws Exception {
        try (LogLines log = new LogLines();
                RawHttp http = new RawHttp(server.port())) {
            sendWhatIsTaken(http, head.text + "\r\n\r\n");
            String answer = http.restOrNothing();
            // Whoever is cut off while sending may lose the answer with the connection.
            if (!answer.isEmpty() || head.text.length() < 1 << 14) {
                assertThat(answer).startsWith("HTTP/1.1 " + head.status);
                assertThat(answer).hasSizeLessThan(2_000).doesNotContain("\tat ", "Exception", "org.eclipse");
            }
            assertThat(log.all()).hasSizeLessThanOrEqualTo(1).allSatisfy(MonstrousRequestsTest::isShort);
        }
        serves();
    }

    private static void sendWhatIsTaken(RawHttp http, String text) {
        try {
            http.send(text);
        } catch (IOException _) {
            // The connection has ended.
        }
    }

    private static void isShort(String line) {
        assertThat(line).hasSizeLessThan(500).matches("[\\x20-\\x7e]*");
    }

    private static void serves() throws Exception {
        assertThat(Reply.toGet(server.address() + "health/live").status()).isEqualTo(200);
    }

    private record Form(String what, String text, String code) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Form> forms() {
        return Stream.of(
                new Form("10,000 parameters", "x=x&".repeat(10_000), "InvalidParameter"),
                new Form("4,000,000 ampersands", "&".repeat(4_000_000), "InvalidParameter"),
                new Form("a name of 5 MB", "x".repeat(5_000_000), "MissingParameter"),
                new Form("a name of 5 MB, twice", ("x".repeat(5_000_000) + "&").repeat(2), "InvalidParameter"),
                new Form("a value of 5 MB", "Action=" + "x".repeat(5_000_000), "MissingParameter"),
                new Form("a value of NULs", "Action=" + "%00".repeat(1_000_000), "MissingParameter"),
                new Form("escapes of escapes", "Action=%" + "25".repeat(3_000_000), "MissingParameter"),
                new Form("an escape that is broken at its end", "x=" + "x".repeat(5_000_000) + "%", "InvalidParameter"),
                new Form("a format of 5 MB", "Format=" + "XML".repeat(1_700_000), "InvalidParameter"),
                new Form("bytes that are no text", "Action=\u0000\u0001\r\nINFO forged", "MissingParameter"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formsAreAnsweredShortly(Form form) throws Exception {
        try (LogLines log = new LogLines()) {
            check(post(form.text), form.code);
            assertThat(log.all()).hasSize(1).allSatisfy(MonstrousRequestsTest::isShort);
        }
    }

    private static String post(String form) throws IOException {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head(FORM, "Content-Length: " + form.length()) + form);
            return http.rest();
        }
    }

    private static void check(String answer, String code) {
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"Code\":\"" + code + "\"");
        assertThat(answer).hasSizeLessThan(2_000).doesNotContain("\tat ", "Exception");
    }

    @Test
    void theStringToSignIsShownInPartIfItIsHuge() throws Exception {
        RpcCall call = server.call("SegmentCommodity").with("ImageURL", "x".repeat(5_000_000));
        Reply.Failure failure =
                call.altered("SignatureNonce", "another").allInForm().post().failure();
        assertThat(failure.code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(failure.message())
                .contains("server string to sign is:POST&%2F&")
                .endsWith("characters)")
                .hasSizeLessThan(70_000);
    }

    private static String head(String type, String framing) {
        return "POST / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: %s\r\n%s\r\nConnection: close\r\n\r\n"
                .formatted(server.port(), type, framing);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "application/json", "multipart/form-data; boundary=x"})
    void ofAGigabyteOnlyAPartIsRead(String type) throws Exception {
        long announced = pushed(head(type, "Content-Length: " + (1 << 30)), "");
        assertThat(announced).isLessThan(64);
        long chunked = pushed(head(type, "Transfer-Encoding: chunked"), "%x\r\n".formatted(PIECE));
        assertThat(chunked).isLessThan(64);
        assertThat(server.uploads()).isEmpty();
        serves();
    }

    @Test
    void norIsItIfNobodyAskedForABody() throws Exception {
        String put = head("image/png", "Content-Length: " + (1 << 30)).replace("POST", "PUT");
        assertThat(pushed(put, "")).isLessThan(64);
        assertThat(pushed(put.replace("PUT / ", "GET /health/live "), "")).isLessThan(64);
        serves();
    }

    /** Mebibytes that were sent until the connection ended. */
    private static long pushed(String head, String beforePiece) throws IOException {
        byte[] piece = (beforePiece + "x".repeat(PIECE) + (beforePiece.isEmpty() ? "" : "\r\n")).getBytes();
        int pushed = 0;
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head);
            for (; pushed < GIGABYTE_IN_PIECES; pushed++) {
                http.send(piece);
            }
        } catch (IOException _) {
            // It has ended.
        }
        return pushed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 12582913", "Transfer-Encoding: chunked"})
    void whoseBodyIsAByteTooLongIsTold(String framing) throws Exception {
        String body = "x=" + "x".repeat((12 << 20) - 1);
        boolean isChunked = framing.startsWith("Transfer");
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head(FORM, framing));
            http.send(isChunked ? "%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body) : body);
            check(http.rest(), "InvalidParameter.TooLarge");
        }
    }
}
