package io.imageseg.server.console;

import io.imageseg.server.api.ErrorCode;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What failures are answered with, by their status. */
final class ErrorSchemas {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorSchemas() {}

    static List<Integer> statuses() {
        return Arrays.stream(ErrorCode.values())
                .map(ErrorCode::status)
                .distinct()
                .sorted()
                .toList();
    }

    /** What the answers of a status are called among the components. */
    static String name(int status) {
        return "Error" + status;
    }

    static ObjectNode responses() {
        ObjectNode responses = JSON.createObjectNode();
        for (int status : statuses()) {
            ObjectNode response = responses.putObject(name(status)).put("description", codes(status));
            if (status == ErrorCode.BUSY.status() || status == ErrorCode.THROTTLED.status()) {
                ObjectNode header = response.putObject("headers").putObject("Retry-After");
                header.put("description", "When to try again, in seconds, where that is known.")
                        .putObject("schema")
                        .put("type", "integer");
            }
            ObjectNode content = response.putObject("content");
            for (String type : List.of("application/json", "text/xml")) {
                content.putObject(type).putObject("schema").put("$ref", "#/components/schemas/" + name(status));
            }
        }
        return responses;
    }

    static ObjectNode schemas() {
        ObjectNode schemas = JSON.createObjectNode();
        for (int status : statuses()) {
            ObjectNode schema = schemas.putObject(name(status)).put("type", "object");
            schema.putObject("xml").put("name", "Error");
            ObjectNode members = schema.putObject("properties");
            members.putObject("RequestId").put("type", "string").put("format", "uuid");
            members.putObject("HostId").put("type", "string").put("description", "The host that was asked.");
            ArrayNode codes = members.putObject("Code").put("type", "string").putArray("enum");
            of(status).forEach(code -> codes.add(code.code()));
            members.putObject("Message")
                    .put("type", "string")
                    .put("description", "Which limit was met, what was found and what is allowed.");
            schema.putArray("required")
                    .add("RequestId")
                    .add("HostId")
                    .add("Code")
                    .add("Message");
        }
        return schemas;
    }

    private static String codes(int status) {
        return String.join(", ", of(status).stream().map(ErrorCode::code).toList());
    }

    private static List<ErrorCode> of(int status) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.status() == status)
                .toList();
    }
}
