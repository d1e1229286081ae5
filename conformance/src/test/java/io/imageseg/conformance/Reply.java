package io.imageseg.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client program read from an answer: {@code answer}, the library's response object, or {@code error}, its
 * exception with code, message and RequestId. Names are in lower case, since each library has its own spelling.
 */
record Reply(JsonNode line) {
    static Reply parse(String line) {
        return new Reply(lowered(JsonMapper.shared().readTree(line)));
    }

    private static JsonNode lowered(JsonNode node) {
        if (node.isArray()) {
            return JsonMapper.shared()
                    .createArrayNode()
                    .addAll(node.valueStream().map(Reply::lowered).toList());
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode lowered = JsonMapper.shared().createObjectNode();
        node.properties()
                .forEach(member -> lowered.set(member.getKey().toLowerCase(Locale.ROOT), lowered(member.getValue())));
        return lowered;
    }

    /** The answer of a call that must have succeeded. */
    JsonNode answer() {
        assertThat(line.has("answer")).as(line.toString()).isTrue();
        JsonNode answer = line.path("answer");
        assertThat(answer.path("requestid").asString()).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
        return answer;
    }

    JsonNode data() {
        return answer().path("data");
    }

    /** The code of a call that must have been refused, with a message. */
    String code() {
        assertThat(line.has("error")).as(line.toString()).isTrue();
        assertThat(line.path("error").path("message").asString())
                .as(line.toString())
                .isNotBlank();
        return line.path("error").path("code").asString();
    }
}
