package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that are taken although they are odd, and forms that are not taken, of which nothing is left. */
@Timeout(120)
class UploadRefusalsTest {
    private static final int LARGEST = 4 << 20;

    private TestServer server;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private record Row(String when, UnaryOperator<Upload> change, int status, String code, String said) {
        @Override
        public String toString() {
            return when;
        }
    }

    private static Row row(String when, UnaryOperator<Upload> change, int status, String code, String said) {
        return new Row(when, change, status, code, said);
    }

    static Stream<Row> refusals() {
        return Stream.of(
                row(
                        "another signature",
                        u -> u.with("Signature", "x"),
                        403,
                        "SignatureDoesNotMatch",
                        "AuthorizeFileUpload"),
                row("an altered policy", UploadRefusalsTest::altered, 403, "SignatureDoesNotMatch", "policy"),
                row("a policy that is none", u -> u.with("policy", "%%%"), 403, "SignatureDoesNotMatch", "policy"),
                row("another key", u -> u.with("key", "uploads/x"), 403, "AccessDenied", "no other"),
                row("a key that leads elsewhere", u -> u.with("key", "../server.key"), 403, "AccessDenied", "no other"),
                row("another caller", u -> u.with("OSSAccessKeyId", "x"), 403, "InvalidAccessKeyId", "another"),
                row("no signature", u -> u.without("Signature"), 400, "InvalidArgument", "Signature"),
                row("no policy", u -> u.without("policy"), 400, "InvalidArgument", "policy"),
                row("no key", u -> u.without("key"), 400, "InvalidArgument", "key"),
                row("the policy behind the file", u -> u.behind("policy"), 400, "InvalidArgument", "before its file"),
                row("no boundary", u -> u.contentType("multipart/form-data"), 400, "MalformedPOSTRequest", "boundary"),
                row("a long field", u -> u.with("x", "x".repeat(9000)), 400, "MalformedPOSTRequest", "8192"),
                row("many fields", UploadRefusalsTest::many, 400, "MalformedPOSTRequest", "32"),
                row("a large file", u -> u.file(new byte[LARGEST + 1]), 400, "EntityTooLarge", "" + LARGEST),
                row("another boundary", UploadRefusalsTest::astray, 400, "InvalidParameter.Transfer", "cut off"));
    }

    private static Upload altered(Upload upload) {
        return upload.with("policy", upload.field("policy").replaceFirst("^ey", "fy"));
    }

    private static Upload many(Upload upload) {
        for (int i = 0; i < 40; i++) {
            upload.with("x" + i, "x");
        }
        return upload;
    }

    private static Upload astray(Upload upload) {
        return upload.contentType("multipart/form-data; boundary=other");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isAnsweredAsObjectStoresDo(Row row) throws Exception {
        Upload upload = row.change.apply(Upload.to(server));
        check(upload.send().uploadFailure(), row.status, row.code, row.said);
    }

    private void check(Reply.Failure failure, int status, String code, String said) throws IOException {
        assertThat(failure.code()).as(failure.message()).isEqualTo(code);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.message()).contains(said);
        ErrorRow.checkSender(server, failure);
        assertThat(server.uploads()).isEmpty();
    }

    static Stream<Row> oddities() {
        return Stream.of(
                row("no line break before the last delimiter", Upload::withoutLineBreak, 201, "", ""),
                row("fields behind the file", u -> u.behind("success_action_status"), 201, "", ""),
                row("both", u -> u.behind("success_action_status").withoutLineBreak(), 201, "", ""),
                row("a field host", u -> u.with("host", "127.0.0.1"), 201, "", ""),
                row("no status asked for", u -> u.without("success_action_status"), 201, "", ""),
                row("a boundary in quotes", UploadRefusalsTest::quoted, 201, "", ""),
                row("a file of the largest size", u -> u.file(new byte[LARGEST]), 201, "", ""));
    }

    private static Upload quoted(Upload upload) {
        return upload.contentType("Multipart/Form-Data; charset=utf-8; boundary=\"boundary0123456789ab\"");
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void isTaken(Row row) throws Exception {
        Reply reply = row.change.apply(Upload.to(server)).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(server.uploads()).hasSize(1);
    }

    @Test
    void aPolicyIsGoodForOneFile() throws Exception {
        Upload upload = Upload.to(server);
        assertThat(upload.send().status()).isEqualTo(201);
        Reply.Failure failure = upload.send().uploadFailure();
        assertThat(failure.status()).isEqualTo(403);
        assertThat(failure.code()).isEqualTo("FileAlreadyExists");
        assertThat(server.uploads()).hasSize(1);
    }

    @Test
    void aPolicyIsGoodForAQuarterOfAnHour() throws Exception {
        Upload upload = Upload.to(server);
        server.clock().advance(Duration.ofMinutes(15));
        check(upload.send().uploadFailure(), 403, "AccessDenied", "expired");
    }

    @Test
    void aPolicyOfAnotherServerIsNotTaken(@TempDir Path elsewhere) throws Exception {
        try (TestServer other = TestServer.start(elsewhere)) {
            Upload upload = Upload.to(other).at("127.0.0.1:" + server.port());
            check(upload.send().uploadFailure(), 403, "SignatureDoesNotMatch", "policy");
        }
    }

    @Test
    void aSenderWhoOutstaysThePolicyIsRefused() throws Exception {
        Upload upload = Upload.to(server).file(new byte[1 << 20]);
        byte[] raw = upload.raw(upload.body().length);
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(Arrays.copyOf(raw, raw.length / 2));
            waitForAPart();
            server.clock().advance(Duration.ofMinutes(15));
            http.send(Arrays.copyOfRange(raw, raw.length / 2, raw.length));
            assertThat(http.rest()).startsWith("HTTP/1.1 403").contains("AccessDenied", "expired");
        }
        assertThat(server.uploads()).isEmpty();
    }

    private void waitForAPart() throws Exception {
        while (server.uploads().isEmpty()) {
            Thread.sleep(5);
        }
    }

    @Test
    void whileAFileIsBeingSentItsPolicyIsUsed() throws Exception {
        Upload upload = Upload.to(server).file(new byte[1 << 20]);
        byte[] raw = upload.raw(upload.body().length);
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(Arrays.copyOf(raw, raw.length / 2));
            waitForAPart();
            assertThat(upload.send().uploadFailure().code()).isEqualTo("FileAlreadyExists");
            http.send(Arrays.copyOfRange(raw, raw.length / 2, raw.length));
            assertThat(http.rest()).startsWith("HTTP/1.1 201");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 600, 1_500, 60_000, 500_000})
    void aFormThatIsCutOffLeavesNothing(int sent) throws Exception {
        Upload upload = Upload.to(server).file(new byte[1 << 20]);
        byte[] raw = upload.raw(upload.body().length);
        int head = new String(raw, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(Arrays.copyOf(raw, head + sent));
            http.finish();
            assertThat(http.rest()).startsWith("HTTP/1.1 400").contains("InvalidParameter.Transfer");
        }
        assertThat(server.uploads()).isEmpty();
    }

    @Test
    void aHugeFileIsRefusedAsSoonAsItIsTooLarge() throws Exception {
        Upload upload = Upload.to(server).file(new byte[LARGEST + (1 << 20)]);
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(Arrays.copyOf(upload.raw(1L << 30), LARGEST + (1 << 20)));
            sendUntilItIsRefused(http);
            assertThat(http.rest()).startsWith("HTTP/1.1 400").contains("EntityTooLarge");
        }
        assertThat(server.uploads()).isEmpty();
    }

    /** A gigabyte; the server reads a little more than what is too much and closes the connection. */
    private static void sendUntilItIsRefused(RawHttp http) throws IOException {
        byte[] piece = new byte[1 << 20];
        try {
            for (int sent = 0; sent < 12; sent++) {
                http.send(piece);
            }
        } catch (SocketException _) {
            // It has been closed.
        }
    }

    @Test
    void theLargestFileIsThatOfTheLimitsInForce(@TempDir Path elsewhere) throws Exception {
        try (TestServer open = TestServer.start(elsewhere, Map.of("imageseg.limits", "open"), RedIsSalient::new)) {
            assertThat(Upload.to(open).file(new byte[LARGEST + 1]).send().status())
                    .isEqualTo(201);
            List<String> kept = open.uploads();
            assertThat(kept).hasSize(1);
        }
    }
}
