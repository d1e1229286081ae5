package io.imageseg.server.console;

import io.imageseg.server.api.Action;
import io.imageseg.server.api.Operation;
import io.imageseg.server.api.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of answers that are successes. */
final class AnswerSchemas {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AnswerSchemas() {}

    static ObjectNode of(Operation operation) {
        ObjectNode schema = of(operation.description().answer());
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.putObject("RequestId").put("type", "string").put("format", "uuid");
        ((ArrayNode) schema.get("required")).add("RequestId");
        if (!(operation instanceof Action)) {
            return schema;
        }
        ObjectNode accepted = JSON.createObjectNode().put("type", "object");
        ObjectNode members = accepted.putObject("properties");
        members.set("RequestId", properties.get("RequestId").deepCopy());
        members.putObject("Message").put("type", "string");
        accepted.putArray("required").add("RequestId").add("Message");
        ObjectNode either = JSON.createObjectNode();
        either.putArray("oneOf").add(schema).add(accepted);
        return either;
    }

    /** The same as an XML element of that name. */
    static JsonNode inXml(String root, JsonNode schema) {
        ((ObjectNode) schema).putObject("xml").put("name", root);
        return schema;
    }

    private static ObjectNode of(Shape shape) {
        ObjectNode schema = JSON.createObjectNode();
        return switch (shape) {
            case Shape.Structure structure -> structure(schema, structure);
            case Shape.Many(Shape element) -> {
                schema.put("type", "array").set("items", of(element));
                yield schema;
            }
            case Shape.Text text -> text(schema.put("type", "string"), text);
            case Shape.Whole() -> schema.put("type", "integer");
            case Shape.Real() -> schema.put("type", "number");
            case Shape.Flag() -> schema.put("type", "boolean");
        };
    }

    private static ObjectNode structure(ObjectNode schema, Shape.Structure structure) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Shape.Member member : structure.members()) {
            ObjectNode described = of(member.shape());
            if (member.name().endsWith("ImageURL")) {
                described.put("format", "uri");
            }
            properties.set(member.name(), described);
            if (member.always()) {
                required.add(member.name());
            }
        }
        return schema;
    }

    private static ObjectNode text(ObjectNode schema, Shape.Text text) {
        if (!text.values().isEmpty()) {
            ArrayNode values = schema.putArray("enum");
            text.values().forEach(values::add);
        }
        return schema;
    }
}
