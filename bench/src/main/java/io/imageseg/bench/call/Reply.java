package io.imageseg.bench.call;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a call was answered.
 *
 * @param code {@code OK}, or the error's
 * @param data its Data, which is missing where there is none
 */
public record Reply(int status, String requestId, String code, JsonNode data) {
    /** The code of a success. */
    public static final String OK = "OK";

    private static final JsonMapper JSON = JsonMapper.shared();

    static Reply read(int status, byte[] body) {
        JsonNode json = JSON.readTree(body);
        String code = status == 200 ? OK : json.path("Code").asString();
        return new Reply(status, json.path("RequestId").asString(), code, json.path("Data"));
    }

    public boolean isOk() {
        return status == 200;
    }

    /** Whether the server is at fault. */
    public boolean isFault() {
        return status >= 500;
    }

    /** The addresses of all results. */
    public List<String> results() {
        return results(data);
    }

    /** Those of Data that is a string, as GetAsyncJobResult has it. */
    public List<String> resultsOfJob() {
        String result = data.path("Result").asString("");
        return result.isEmpty() ? List.of() : results(JSON.readTree(result));
    }

    private static List<String> results(JsonNode data) {
        Stream<JsonNode> inElements = data.path("Elements").valueStream().map(element -> element.path("ImageURL"));
        return Stream.concat(Stream.of(data.path("ImageURL")), inElements)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }
}
