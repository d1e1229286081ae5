package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;

/** Calls that succeed, in every way they may travel, and the shape of their answers in JSON and XML. */
class AnswerShapeTest {
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

    private static RpcCall call(String action) {
        return server.call(action).with("ImageURL", images.put("photo.png", Photos.png()));
    }

    @ParameterizedTest
    @MethodSource
    void parametersMayTravelAnyWay(UnaryOperator<RpcCall> way) throws Exception {
        assertThat(way.apply(call("SegmentCommodity")).send().imageUrl()).startsWith(server.address() + "results/");
    }

    static Stream<Named<UnaryOperator<RpcCall>>> parametersMayTravelAnyWay() {
        return Stream.of(
                Named.of("by GET", call -> call),
                Named.of("by POST in the query", call -> call.inForm("none of them")),
                Named.of("by POST in the form", RpcCall::allInForm),
                Named.of("the action's own in the form", call -> call.inForm("ImageURL")),
                Named.of("the signature in the form", call -> call.inForm("Signature")),
                Named.of("with the older version", call -> call.with("Version", "2019-09-30")),
                Named.of(
                        "with a region and a token",
                        call -> call.with("RegionId", "x").with("SecurityToken", "a b/+=")),
                Named.of("with a parameter that nobody knows", call -> call.with("中文", "é ~*'()!")),
                Named.of("with an empty value", call -> call.with("ReturnForm", "")),
                Named.of("as json", call -> call.with("Format", "json")));
    }

    @Test
    void aPlusIsASpaceAndSomeCharactersMayStayRaw() throws Exception {
        RpcCall call = call("SegmentCommodity").with("Note", "a b*~'()!");
        assertThat(call.spelled("Note", "a+b*~'()!").get().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SegmentCommodity", "SegmentCommonImage"})
    void jsonHasRequestIdAndData(String action) throws Exception {
        Reply reply = call(action).get();
        JsonNode json = reply.json();
        assertThat(json.propertyNames()).containsExactlyInAnyOrder("RequestId", "Data");
        assertThat(json.path("RequestId").asString()).matches(ErrorRow.REQUEST_ID);
        assertThat(json.path("Data").propertyNames()).containsExactly("ImageURL");
        assertThat(Reply.toGet(reply.imageUrl()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SegmentCommodity", "SegmentCommonImage"})
    void xmlHasTheActionsRoot(String action) throws Exception {
        Reply reply = call(action).with("Format", "XML").get();
        assertThat(reply.status()).isEqualTo(200);
        Element root = reply.xml();
        assertThat(root.getTagName()).isEqualTo(action + "Response");
        List<Node> children = children(root);
        assertThat(children).extracting(Node::getNodeName).containsExactlyInAnyOrder("RequestId", "Data");
        Node data = root.getElementsByTagName("Data").item(0);
        assertThat(children(data)).extracting(Node::getNodeName).containsExactly("ImageURL");
        assertThat(root.getElementsByTagName("RequestId").item(0).getTextContent())
                .matches(ErrorRow.REQUEST_ID);
        assertThat(Reply.toGet(data.getTextContent()).status()).isEqualTo(200);
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    @Test
    void everyCallHasItsOwnRequestId() throws Exception {
        assertThat(call("SegmentCommodity").get().json().path("RequestId"))
                .isNotEqualTo(call("SegmentCommodity").get().json().path("RequestId"));
    }

    @Test
    void takesImagesInDataUrls() throws Exception {
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(Photos.png());
        RpcCall call = server.call("SegmentCommodity").with("ImageURL", url).inForm("ImageURL");
        assertThat(call.post().status()).isEqualTo(200);
        byte[] most = FileSurgery.paddedPng(Photos.png(), 3_145_728);
        String longest = "data:image/png;base64," + Base64.getEncoder().encodeToString(most);
        RpcCall longCall =
                server.call("SegmentCommodity").with("ImageURL", longest).inForm("ImageURL");
        assertThat(longCall.post().status()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLongIsAnsweredLikeEveryOtherError() throws Exception {
        RpcCall call = call("SegmentCommodity").appendedToForm("x=" + "x".repeat(13 << 20));
        Reply.Failure failure = call.post().failure();
        assertThat(failure.code()).isEqualTo("InvalidParameter.TooLarge");
        assertThat(failure.message()).contains("" + (12 << 20));
        ErrorRow.checkSender(server, failure);
    }
}
