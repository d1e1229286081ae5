package io.imageseg.server.console;

import io.imageseg.server.api.Action;
import io.imageseg.server.api.Operation;
import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.auth.SignatureAuthenticator;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API as an OpenAPI 3.1 document. The API tells operations apart by the parameter Action and takes every path; a
 * document needs a path for each, so each stands under its name.
 */
public final class OpenApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final List<? extends Operation> operations;
    private final String version;

    /** @param version the server's */
    public OpenApi(List<? extends Operation> operations, String version) {
        this.operations = List.copyOf(operations);
        this.version = version;
    }

    /**
     * The document, in UTF-8.
     *
     * @param server where the server is reached
     */
    public byte[] of(String server) {
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "imageseg")
                .put("version", version)
                .put("description", "Image segmentation by Alibaba Cloud's API imageseg, from one's own machine.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", server);
        document.set("tags", tags());
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : operations) {
            ObjectNode path = paths.putObject("/" + operation.name());
            path.set("get", byQuery(operation));
            path.set("post", byForm(operation));
        }
        ObjectNode components = document.putObject("components");
        components.set("responses", ErrorSchemas.responses());
        components.set("schemas", ErrorSchemas.schemas());
        components.set("securitySchemes", securitySchemes());
        return JSON.writeValueAsBytes(document);
    }

    private ArrayNode tags() {
        ArrayNode tags = JSON.createArrayNode();
        operations.stream()
                .map(operation -> family(operation))
                .distinct()
                .forEach(family -> tags.addObject().put("name", family));
        return tags;
    }

    private static String family(Operation operation) {
        return Catalogue.Entry.of(operation).family();
    }

    private static ObjectNode byQuery(Operation operation) {
        ObjectNode method = method(operation, operation.name() + "ByQuery");
        ArrayNode parameters = method.putArray("parameters");
        for (ParameterDescription parameter : parameters(operation)) {
            ObjectNode described = parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("in", "query")
                    .put("required", parameter.required())
                    .put("description", ParameterSchemas.description(parameter));
            described.set("schema", ParameterSchemas.of(parameter));
        }
        return method;
    }

    private static ObjectNode byForm(Operation operation) {
        ObjectNode method = method(operation, operation.name());
        ObjectNode body = method.putObject("requestBody").put("required", true);
        ObjectNode schema =
                body.putObject("content").putObject(FORM).putObject("schema").put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (ParameterDescription parameter : parameters(operation)) {
            properties.set(
                    parameter.name(),
                    ParameterSchemas.of(parameter).put("description", ParameterSchemas.description(parameter)));
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        return method;
    }

    /** Its own, and those that every call has; what belongs to a signature may stand in headers instead. */
    private static List<ParameterDescription> parameters(Operation operation) {
        List<ParameterDescription> all = new ArrayList<>(operation.description().parameters());
        if (operation instanceof Action) {
            all.add(CommonParameters.ASYNC);
        }
        all.add(CommonParameters.action(operation));
        all.add(CommonParameters.version(operation));
        all.add(CommonParameters.FORMAT);
        SignatureAuthenticator.described().stream()
                .map(CommonParameters::optional)
                .forEach(all::add);
        return all;
    }

    private static ObjectNode method(Operation operation, String id) {
        ObjectNode method = JSON.createObjectNode()
                .put("operationId", id)
                .put("summary", operation.description().about().title().en())
                .put("description", operation.description().about().summary().en());
        method.putArray("tags").add(family(operation));
        ArrayNode security = method.putArray("security");
        security.addObject().putArray("signatureInHeaders");
        security.addObject().putArray("signatureInParameters");
        ObjectNode responses = method.putObject("responses");
        ObjectNode success = responses.putObject("200").put("description", "It is done.");
        if (operation instanceof Action) {
            success.put("description", "It is done; with Async=true, it is accepted: Message instead of Data.");
        }
        ObjectNode content = success.putObject("content");
        JsonNode answer = AnswerSchemas.of(operation);
        content.putObject("application/json").set("schema", answer);
        content.putObject("text/xml")
                .set("schema", AnswerSchemas.inXml(operation.name() + "Response", answer.deepCopy()));
        ErrorSchemas.statuses()
                .forEach(status -> responses
                        .putObject(String.valueOf(status))
                        .put("$ref", "#/components/responses/" + ErrorSchemas.name(status)));
        return method;
    }

    private static ObjectNode securitySchemes() {
        ObjectNode schemes = JSON.createObjectNode();
        schemes.putObject("signatureInParameters")
                .put("type", "apiKey")
                .put("in", "query")
                .put("name", "Signature")
                .put("description", "HMAC-SHA1 over all parameters, beside AccessKeyId and the others of a signature.");
        schemes.putObject("signatureInHeaders")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "Authorization")
                .put(
                        "description",
                        "ACS3-HMAC-SHA256 Credential=…,SignedHeaders=…,Signature=…, with x-acs-date and"
                                + " x-acs-signature-nonce.");
        return schemes;
    }
}
