package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ErrorCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server says of its actions is what it does. */
class CatalogueTest {
    @TempDir
    private static Path data;

    private static TestServer server;
    private static JsonNode catalogue;

    @BeforeAll
    static void ask() throws Exception {
        server = TestServer.start(data);
        catalogue = new Browser(server.address()).get("actions").json();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode action(String name) {
        return StreamSupport.stream(catalogue.path("actions").spliterator(), false)
                .filter(action -> action.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyActionIsThereWithTextsInBothLanguages() {
        assertThat(catalogue.path("endpoint").asString() + "/")
                .isEqualTo(server.address().toString());
        for (String name : Actions.NAMES) {
            JsonNode action = action(name);
            assertThat(action.path("asynchronous").asBoolean()).isTrue();
            assertThat(action.path("version").asString()).isEqualTo("2019-12-30");
            for (String text : new String[] {"title", "summary"}) {
                assertThat(action.path(text).path("en").asString()).isNotBlank().doesNotContain("%");
                assertThat(action.path(text).path("zh").asString())
                        .matches("(?s).*\\p{IsHan}.*")
                        .doesNotContain("%");
            }
        }
        assertThat(catalogue.path("actions").size()).isEqualTo(Actions.NAMES.size() + 2);
        assertThat(action("GetAsyncJobResult").path("asynchronous").asBoolean(true))
                .isFalse();
    }

    @Test
    void everyErrorIsThereWithItsStatus() {
        assertThat(StreamSupport.stream(catalogue.path("errors").spliterator(), false)
                        .map(error -> error.path("code").asString() + " "
                                + error.path("status").asInt()))
                .containsExactlyElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> code.code() + " " + code.status())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SegmentBody|{'formats':['JPEG','PNG','WEBP','BMP'],'maxBytes':3145728,'minSide':1,'maxSide':1279}",
                "SegmentHead|{'formats':['JPEG','PNG','WEBP','BMP'],'maxBytes':3145728,'minSide':1,'maxSide':8000,"
                        + "'maxShortSide':2000,'minLongSide':33,'maxPixels':7999999,'maxRatio':16.0}",
                "ParseFace|{'formats':['JPEG','PNG'],'maxBytes':4194304,'minSide':100,'maxSide':2048,'maxRatio':2.0}",
                "RefineMask|{'formats':['JPEG','PNG','BMP'],'maxBytes':3145727,'minSide':33,'maxSide':1999}"
            })
    void limitsAreThoseThatBind(String name, String limits) {
        JsonNode photo = action(name).path("parameters").get(0);
        assertThat(photo.path("name").asString()).isEqualTo("ImageURL");
        assertThat(photo.path("kind").asString()).isEqualTo("image");
        assertThat(photo.path("required").asBoolean()).isTrue();
        String found = photo.properties().stream()
                .filter(member -> member.getKey().matches("formats|m[axin]{2}[A-Z].*"))
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .sorted()
                .toList()
                .toString();
        JsonNode expected = JsonMapper.shared().readTree(limits.replace('\'', '"'));
        assertThat(found)
                .isEqualTo(expected.properties().stream()
                        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                        .sorted()
                        .toList()
                        .toString());
    }

    @Test
    void choicesHaveTheValuesThatAreTakenAndADefault() {
        JsonNode form = action("SegmentCommodity").path("parameters").get(1);
        assertThat(form.path("name").asString()).isEqualTo("ReturnForm");
        assertThat(form.path("kind").asString()).isEqualTo("choice");
        assertThat(form.path("required").asBoolean(true)).isFalse();
        assertThat(form.path("default").asString("none")).isEmpty();
        assertThat(form.path("choices").findValuesAsString("value")).containsExactly("", "mask", "whiteBK", "crop");
    }

    @ParameterizedTest
    @CsvSource({
        "SegmentBody, false, false, false, Data.ImageURL",
        "SegmentHair, true, true, false, Data.Elements[].ImageURL",
        "ParseFace, true, false, true, Data.OriginImageURL Data.Elements[].ImageURL",
        "SegmentVehicle, true, false, false, Data.Elements[].OriginImageURL Data.Elements[].ImageURL",
        "RefineMask, true, false, false, Data.Elements[].ImageURL",
        "GetAsyncJobResult, false, false, false, ''"
    })
    void resultsAreDescribedByWhatAnswersAreWrittenFrom(
            String name, boolean elements, boolean boxes, boolean parts, String paths) {
        JsonNode result = action(name).path("result");
        assertThat(result.path("elements").asBoolean()).isEqualTo(elements);
        assertThat(result.path("boxes").asBoolean()).isEqualTo(boxes);
        assertThat(result.path("parts").asBoolean()).isEqualTo(parts);
        assertThat(String.join(" ", result.path("pictures").findValuesAsString("path")))
                .isEqualTo(paths);
    }

    @Test
    void theOpenLimitsAreShownWhereTheyHold(@TempDir Path other) throws Exception {
        try (TestServer open = TestServer.start(other, Map.of("imageseg.limits", "open"), RedIsSalient::new)) {
            JsonNode photo = new Browser(open.address())
                    .get("actions")
                    .json()
                    .path("actions")
                    .get(0)
                    .path("parameters")
                    .get(0);
            assertThat(photo.path("maxBytes").asLong()).isEqualTo(52_428_800);
            assertThat(photo.path("maxPixels").asLong()).isEqualTo(50_000_000);
        }
    }
}
