package io.imageseg.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists are written, which depends on who asks. */
class AnswerWriterTest {
    private static final Members HEADS = new Members(new Heads(List.of(new Head(1), new Head(2))));

    private record Members(Heads data) {}

    private record Heads(List<Head> elements) {}

    private record Head(int x) {}

    private static String written(String format, Map<String, String> headers) {
        ApiRequest request = new ApiRequest(
                "GET", "/", "Format=" + format, headers, Body.NONE, "http://images.example.com", () -> true);
        ApiCall call = ApiCall.from("ID", request, new Stages());
        return new String(new AnswerWriter().success(call, "SegmentHead", HEADS).body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Python/2.16.1", "Node.js(v20), @alicloud/pop-core: 1.8.0", "not Java/4"})
    void inXmlAListIsItsElementRepeated(String client) {
        assertThat(written("XML", Map.of("x-sdk-client", client)))
                .contains("<Data><Elements><X>1</X></Elements><Elements><X>2</X></Elements></Data>");
    }

    @Test
    void theJavaCoreSdkIsGivenElementsInsideAnElementOfTheList() {
        assertThat(written("XML", Map.of("x-sdk-client", "Java/2.0.0")))
                .contains("<Data><Elements><Element><X>1</X></Element><Element><X>2</X></Element></Elements></Data>");
    }

    @Test
    void inJsonAListIsTheSameForAll() {
        assertThat(written("JSON", Map.of("x-sdk-client", "Java/2.0.0")))
                .contains("\"Data\":{\"Elements\":[{\"X\":1},{\"X\":2}]}");
    }
}
