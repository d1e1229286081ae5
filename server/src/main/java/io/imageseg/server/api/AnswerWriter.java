package io.imageseg.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.XmlWriteFeature;

/**
 * Answers in JSON or XML. Names are the records' own with a capital first letter; a list is, in XML, an element
 * repeated, or an element with its singular inside for the one client library that reads nothing else.
 */
public final class AnswerWriter {
    /** What XML 1.0 cannot hold, even escaped (section 2.2), and halves of pairs, which UTF-8 cannot; callers may send both. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ObjectMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .build();
    private final ObjectMapper xml = XmlMapper.builder()
            .defaultUseWrapper(false)
            .enable(XmlWriteFeature.WRITE_XML_DECLARATION)
            .build();

    private record Success(String requestId, @JsonUnwrapped Object members) {}

    private record Failure(String requestId, String hostId, String code, String message) {}

    /** @param members a record of what the answer has beside RequestId */
    Answer success(ApiCall call, String operation, Object members) {
        JsonNode body = json.valueToTree(new Success(call.id(), members));
        return switch (call.format()) {
            case JSON -> inJson(200, body, Optional.empty());
            case XML -> inXml(200, operation + "Response", nestsLists(call) ? nested(body) : body, Optional.empty());
        };
    }

    Answer failure(String id, String host, Format format, ApiException failure) {
        String message = UNWRITABLE.matcher(failure.text()).replaceAll("\uFFFD");
        JsonNode body = json.valueToTree(new Failure(id, host, failure.code().code(), message));
        int status = failure.code().status();
        return switch (format) {
            case JSON -> inJson(status, body, failure.retryAfter());
            case XML -> inXml(status, "Error", body, failure.retryAfter());
        };
    }

    /** Data as it stands in an answer in JSON. */
    public String text(Object data) {
        return json.writeValueAsString(data);
    }

    private Answer inJson(int status, JsonNode body, Optional<Duration> retryAfter) {
        return new Answer(status, "application/json;charset=utf-8", json.writeValueAsBytes(body), retryAfter);
    }

    private Answer inXml(int status, String root, JsonNode body, Optional<Duration> retryAfter) {
        byte[] written = xml.writer().withRootName(root).writeValueAsBytes(body);
        return new Answer(status, "text/xml;charset=utf-8", written, retryAfter);
    }

    /** The Java core SDK, which names itself in a header, looks for the items of a list inside an element of the list. */
    private static boolean nestsLists(ApiCall call) {
        return call.request()
                .header("x-sdk-client")
                .filter(client -> client.startsWith("Java/"))
                .isPresent();
    }

    /** The same with every list {@code Elements: […]} as {@code Elements: {Element: […]}}. */
    private static JsonNode nested(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode nested = object.objectNode();
        object.properties().forEach(member -> {
            String name = member.getKey();
            if (member.getValue() instanceof ArrayNode list) {
                ArrayNode items = object.arrayNode();
                list.forEach(item -> items.add(nested(item)));
                nested.set(name, object.objectNode().set(singular(name), items));
            } else {
                nested.set(name, nested(member.getValue()));
            }
        });
        return nested;
    }

    private static String singular(String plural) {
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
