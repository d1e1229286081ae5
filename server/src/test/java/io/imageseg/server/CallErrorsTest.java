package io.imageseg.server;

import static io.imageseg.server.ErrorRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the error table about parameters that are missing or not of their kind. */
class CallErrorsTest {
    private static TestServer server;
    private static ImageHost images;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = TestServer.start(data);
        images = new ImageHost();
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource({"missing", "invalid", "unreadable", "ofTheAction"})
    void isAnsweredAsTheContractSays(ErrorRow row) throws Exception {
        int before = images.requests();
        row.check(server, images.put("photo.png", Photos.png()));
        assertThat(images.requests()).as("nothing is fetched").isEqualTo(before);
    }

    static Stream<ErrorRow> missing() {
        Stream<String> names = Stream.of(
                "AccessKeyId",
                "Signature",
                "SignatureMethod",
                "SignatureVersion",
                "SignatureNonce",
                "Timestamp",
                "Action",
                "Version");
        return names.flatMap(name -> Stream.of(
                row("no " + name, call -> call.without(name), 400, "MissingParameter", name),
                row(name + " empty", call -> empty(call, name), 400, "MissingParameter", name)));
    }

    private static RpcCall empty(RpcCall call, String name) {
        return name.equals("Signature") ? call.altered(name, "") : call.with(name, "");
    }

    static Stream<ErrorRow> invalid() {
        return Stream.of(
                invalid("Version", "2020-01-01", "2019-12-30"),
                invalid("SignatureMethod", "HMAC-SHA256", "HMAC-SHA1"),
                invalid("SignatureVersion", "2.0", "1.0"),
                invalid("SignatureNonce", "n".repeat(129), "129", "128"),
                invalid("ReturnForm", "jpeg", "mask", "whiteBK", "crop"),
                invalid("Async", "perhaps", "true or false"));
    }

    private static ErrorRow invalid(String name, String value, String... says) {
        return row(name + " " + value, call -> call.with(name, value), 400, "InvalidParameter", says);
    }

    static Stream<ErrorRow> unreadable() {
        return Stream.of(
                twice(call -> call.appendedToQuery("Version=2019-12-30")),
                twice(call -> call.appendedToForm("Version=2019-12-30")),
                broken("100%25%"),
                broken("%4"),
                broken("%zz"),
                broken("%+1"));
    }

    private static ErrorRow twice(UnaryOperator<RpcCall> change) {
        return row("a parameter given twice", change, 400, "InvalidParameter", "Version is given twice");
    }

    private static ErrorRow broken(String text) {
        return row("the escape " + text, c -> c.appendedToForm("x=" + text), 400, "InvalidParameter", text, "hex");
    }

    static Stream<ErrorRow> ofTheAction() {
        return Stream.of(
                row(
                        "an unknown action",
                        call -> call.with("Action", "SegmentUnicorn"),
                        404,
                        "UnsupportedOperation",
                        "The specified action is not supported."),
                row("no ImageURL", call -> call.without("ImageURL"), 400, "MissingImageURL", "ImageURL"),
                row("an empty ImageURL", call -> call.with("ImageURL", ""), 400, "MissingImageURL", "ImageURL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "FALSE", ""})
    void ignoresAsyncThatIsFalse(String async) throws Exception {
        String url = images.put("photo.png", Photos.png());
        RpcCall call = server.call("SegmentCommodity").with("ImageURL", url).with("Async", async);
        assertThat(call.get().status()).isEqualTo(200);
    }

    @Test
    void refusesAnUnknownFormatInJson() throws Exception {
        Reply.Failure failure =
                server.call("SegmentCommodity").with("Format", "YAML").get().failure();
        assertThat(failure.code()).isEqualTo("InvalidParameter");
        assertThat(failure.message()).contains("Format", "YAML", "JSON or XML");
    }

    @Test
    void refusesABrokenEscapeInTheQuery() throws Exception {
        String answer = RawHttp.get(server.port(), "/?Action=SegmentCommodity&x=%zz");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("InvalidParameter", "%zz is not percent-encoded");
    }

    @Test
    void answersWhateverCharactersTheMessageQuotes() throws Exception {
        for (String awkward : List.of("\u0000\u0001", "\uFFFF", "<&>\"", "a".repeat(99) + "😀😀")) {
            RpcCall json = server.call("SegmentCommodity").with("ReturnForm", awkward);
            assertThat(json.get().failure().code()).isEqualTo("InvalidParameter");
            RpcCall xml = server.call("SegmentCommodity").with("ReturnForm", awkward);
            assertThat(xml.with("Format", "xml").get().xmlFailure().code()).isEqualTo("InvalidParameter");
        }
    }

    @Test
    void namesItselfToACallerWhoNamesNoHost() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send("GET / HTTP/1.0\r\n\r\n");
            assertThat(http.rest()).contains("\"HostId\":\"127.0.0.1:" + server.port() + "\"", "MissingParameter");
        }
    }
}
