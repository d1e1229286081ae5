package io.imageseg.server;

import static io.imageseg.server.ErrorRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the error table about who calls and when, and that they are asked in the contract's order. */
class AuthenticationErrorsTest {
    private static TestServer server;
    private static ImageHost images;
    private static String photo;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = TestServer.start(data);
        images = new ImageHost();
        photo = images.put("photo.png", Photos.png());
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource({"refused", "order"})
    void isAnsweredAsTheContractSays(ErrorRow row) throws Exception {
        int before = images.requests();
        row.check(server, photo);
        assertThat(images.requests()).as("nothing is fetched").isEqualTo(before);
    }

    static Stream<ErrorRow> refused() {
        return Stream.of(
                row("no time", call -> call.with("Timestamp", "today"), 400, "InvalidParameter.Convert", "Timestamp"),
                row(
                        "a time without a zone",
                        call -> call.with("Timestamp", "2026-03-01T12:00:00"),
                        400,
                        "InvalidParameter.Convert",
                        "UTC"),
                expired(Duration.ofMinutes(15).plusSeconds(1)),
                expired(Duration.ofMinutes(-15).minusSeconds(1)),
                row(
                        "another action than was signed",
                        call -> call.altered("Action", "SegmentCommonImage"),
                        400,
                        "SignatureDoesNotMatch",
                        "string to sign is:GET&%2F&"),
                row(
                        "an unknown key",
                        call -> call.with("AccessKeyId", "ISnobody"),
                        404,
                        "InvalidAccessKeyId.NotFound",
                        "not known"));
    }

    private static ErrorRow expired(Duration age) {
        String now = server.clock().instant().toString();
        String then = server.clock().instant().minus(age).toString();
        return row(
                "a time " + age + " ago",
                call -> call.with("Timestamp", then),
                400,
                "InvalidTimeStamp.Expired",
                then,
                "15 minutes",
                now);
    }

    /** Each call has a later fault too. */
    static Stream<ErrorRow> order() {
        return Stream.of(
                row(
                        "missing before unknown key",
                        call -> call.with("AccessKeyId", "ISnobody").without("Timestamp"),
                        400,
                        "MissingParameter",
                        "Timestamp"),
                row(
                        "unknown key before signature",
                        call -> call.altered("AccessKeyId", "ISnobody"),
                        404,
                        "InvalidAccessKeyId.NotFound",
                        "not known"),
                row(
                        "signature before time",
                        call -> call.with("Timestamp", "today").altered("Signature", "bm8="),
                        400,
                        "SignatureDoesNotMatch",
                        "today"),
                row(
                        "time before action",
                        call -> call.with("Timestamp", "2020-01-01T00:00:00Z").with("Action", "SegmentUnicorn"),
                        400,
                        "InvalidTimeStamp.Expired",
                        "2020"),
                row(
                        "action before its parameters",
                        call -> call.with("Action", "SegmentUnicorn").with("ReturnForm", "jpeg"),
                        404,
                        "UnsupportedOperation",
                        "not supported"),
                row(
                        "parameters before the image",
                        call -> call.with("ReturnForm", "jpeg").with("ImageURL", images.address("missing.png")),
                        400,
                        "InvalidParameter",
                        "ReturnForm"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-15, 15})
    void servesCallsWhoseTimeIsJustInsideTheWindow(int minutes) throws Exception {
        String then =
                server.clock().instant().minus(Duration.ofMinutes(minutes)).toString();
        RpcCall call = server.call("SegmentCommodity").with("ImageURL", photo).with("Timestamp", then);
        assertThat(call.get().status()).isEqualTo(200);
    }

    @Test
    void showsTheStringToSignWhenTheSignatureDoesNotMatch() throws Exception {
        RpcCall call = server.call("SegmentCommodity")
                .with("ImageURL", "http://x/a b*~中")
                .with("SecurityToken", "")
                .altered("Signature", "bm8=");
        assertThat(call.get().failure().message()).endsWith("string to sign is:" + call.stringToSign("GET"));
        assertThat(call.post().failure().message()).endsWith("string to sign is:" + call.stringToSign("POST"));
    }
}
