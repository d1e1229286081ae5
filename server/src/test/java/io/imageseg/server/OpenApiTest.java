package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ErrorCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code /openapi.json} is what tools for OpenAPI take, and has all that can be called and all that it can fail with. */
class OpenApiTest {
    @TempDir
    private static Path data;

    private static TestServer server;
    private static SwaggerParseResult parsed;
    private static OpenAPI document;
    private static JsonNode json;

    @BeforeAll
    static void ask() throws Exception {
        server = TestServer.start(data);
        Reply reply = Reply.toGet(server.address() + "openapi.json");
        assertThat(reply.json().path("openapi").asString()).isEqualTo("3.1.0");
        json = reply.json();
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        parsed = new OpenAPIV3Parser().readContents(reply.text(), null, options);
        document = parsed.getOpenAPI();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aParserHasNothingToComplainOf() {
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(document.getServers().getFirst().getUrl() + "/")
                .isEqualTo(server.address().toString());
        assertThat(document.getInfo().getVersion()).isEqualTo(Version.CURRENT);
    }

    @Test
    void everyOperationIsThereByQueryAndByForm() {
        List<String> names = new ArrayList<>(Actions.NAMES);
        names.addAll(List.of("GetAsyncJobResult", "AuthorizeFileUpload"));
        assertThat(json.path("paths").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(name -> "/" + name).toList());
        for (String name : names) {
            assertThat(json.at("/paths/~1" + name).propertyNames()).containsExactlyInAnyOrder("get", "post");
            assertThat(form(name).path("properties").propertyNames())
                    .containsExactlyElementsOf(
                            json.at("/paths/~1" + name + "/get/parameters").findValuesAsString("name"));
        }
    }

    private static JsonNode form(String name) {
        return json.at("/paths/~1" + name + "/post/requestBody/content/application~1x-www-form-urlencoded/schema");
    }

    @Test
    void parametersAreTheOperationsOwnAndThoseOfEveryCall() {
        JsonNode commodity = form("SegmentCommodity");
        assertThat(commodity.path("properties").propertyNames())
                .containsExactly(
                        "ImageURL",
                        "ReturnForm",
                        "Async",
                        "Action",
                        "Version",
                        "Format",
                        "AccessKeyId",
                        "Signature",
                        "SignatureMethod",
                        "SignatureVersion",
                        "SignatureNonce",
                        "Timestamp");
        assertThat(texts(commodity.path("required"))).containsExactlyInAnyOrder("ImageURL", "Action", "Version");
        assertThat(values(commodity, "Action")).containsExactly("SegmentCommodity");
        assertThat(values(commodity, "Version")).containsExactly("2019-12-30", "2019-09-30");
        assertThat(values(commodity, "ReturnForm")).containsExactly("", "mask", "whiteBK", "crop");
        assertThat(values(commodity, "SignatureMethod")).containsExactly("HMAC-SHA1");
        assertThat(commodity.at("/properties/ImageURL/description").asString())
                .contains("3145728 bytes", "JPEG", "1279");
        assertThat(texts(form("GetAsyncJobResult").path("required")))
                .containsExactlyInAnyOrder("JobId", "Action", "Version");
    }

    private static List<String> values(JsonNode schema, String name) {
        return texts(schema.at("/properties/" + name + "/enum"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void everyErrorIsThereUnderItsStatusInEveryOperation() {
        Stream<String> documented = json.at("/components/schemas").properties().stream()
                .flatMap(schema -> values(schema.getValue(), "Code").stream()
                        .map(code -> schema.getKey().replace("Error", "") + " " + code));
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> code.status() + " " + code.code())
                        .toList());
        for (String name : Actions.NAMES) {
            assertThat(json.at("/paths/~1" + name + "/post/responses").propertyNames())
                    .containsExactlyInAnyOrder("200", "400", "403", "404", "408", "500", "503");
        }
    }

    @Test
    void anAnswerOfTheServerHasTheDocumentedMembers() throws Exception {
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(Photos.png());
        Reply reply = server.call("SegmentCommonImage")
                .with("ImageURL", url)
                .inForm("ImageURL")
                .post();
        JsonNode members = json.at(
                "/paths/~1SegmentCommonImage/post/responses/200/content/application~1json/schema/oneOf/0/properties");
        assertThat(reply.json().propertyNames()).containsExactlyInAnyOrderElementsOf(members.propertyNames());
        assertThat(reply.json().path("Data").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        members.at("/Data/properties").propertyNames());
    }
}
