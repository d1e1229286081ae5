package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ErrorCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /openapi.json} is what tools for OpenAPI take, and has all that can be called and all that it can fail with. */
class OpenApiTest {
    @TempDir
    private static Path data;

    private static TestServer server;
    private static SwaggerParseResult parsed;
    private static OpenAPI document;

    @BeforeAll
    static void ask() throws Exception {
        server = TestServer.start(data);
        Reply reply = Reply.toGet(server.address() + "openapi.json");
        assertThat(reply.json().path("openapi").asString()).isEqualTo("3.1.0");
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
        assertThat(document.getPaths().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(name -> "/" + name).toList());
        document.getPaths().forEach((path, item) -> {
            assertThat(item.readOperationsMap().keySet().stream().map(Enum::name)).containsExactlyInAnyOrder("GET", "POST");
            List<String> query =
                    item.getGet().getParameters().stream().map(Parameter::getName).toList();
            assertThat(form(item.getPost()).getProperties().keySet()).containsExactlyElementsOf(query);
        });
    }

    private static Schema<?> form(Operation operation) {
        return operation
                .getRequestBody()
                .getContent()
                .get("application/x-www-form-urlencoded")
                .getSchema();
    }

    @Test
    void parametersAreTheOperationsOwnAndThoseOfEveryCall() {
        Schema<?> commodity = form(document.getPaths().get("/SegmentCommodity").getPost());
        assertThat(commodity.getProperties().keySet())
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
        assertThat(commodity.getRequired()).containsExactlyInAnyOrder("ImageURL", "Action", "Version");
        assertThat(values(commodity, "Action")).isEqualTo(List.of("SegmentCommodity"));
        assertThat(values(commodity, "Version")).isEqualTo(List.of("2019-12-30", "2019-09-30"));
        assertThat(values(commodity, "ReturnForm")).isEqualTo(List.of("", "mask", "whiteBK", "crop"));
        assertThat(values(commodity, "SignatureMethod")).isEqualTo(List.of("HMAC-SHA1"));
        assertThat(property(commodity, "ImageURL").getDescription()).contains("3145728 bytes", "JPEG", "1279");
        assertThat(form(document.getPaths().get("/GetAsyncJobResult").getPost()).getRequired())
                .containsExactlyInAnyOrder("JobId", "Action", "Version");
    }

    private static Schema<?> property(Schema<?> schema, String name) {
        return schema.getProperties().get(name);
    }

    private static List<?> values(Schema<?> schema, String name) {
        return property(schema, name).getEnum();
    }

    @Test
    void everyErrorIsThereUnderItsStatusInEveryOperation() {
        Stream<String> documented = document.getComponents().getSchemas().entrySet().stream()
                .flatMap(schema -> values(schema.getValue(), "Code").stream()
                        .map(code -> schema.getKey().replace("Error", "") + " " + code));
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> code.status() + " " + code.code())
                        .toList());
        document.getPaths()
                .values()
                .forEach(item -> assertThat(item.getPost().getResponses().keySet())
                        .containsExactlyInAnyOrder("200", "400", "403", "404", "408", "500", "503"));
    }

    @Test
    void anAnswerOfTheServerHasTheDocumentedMembers() throws Exception {
        String url = "data:image/png;base64," + java.util.Base64.getEncoder().encodeToString(Photos.png());
        Reply reply =
                server.call("SegmentCommonImage").with("ImageURL", url).inForm("ImageURL").post();
        Schema<?> answer = document.getPaths()
                .get("/SegmentCommonImage")
                .getPost()
                .getResponses()
                .get("200")
                .getContent()
                .get("application/json")
                .getSchema();
        Map<String, ?> members = answer.getOneOf().getFirst().getProperties();
        assertThat(reply.json().propertyNames()).containsExactlyInAnyOrderElementsOf(members.keySet());
        assertThat(reply.json().path("Data").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        ((Schema<?>) members.get("Data")).getProperties().keySet());
    }
}
