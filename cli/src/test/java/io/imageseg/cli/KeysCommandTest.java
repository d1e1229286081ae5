package io.imageseg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on keys, of a folder that no server has open. */
class KeysCommandTest {
    private String said = "";
    private String complained = "";

    @TempDir
    private Path data;

    private int keys(String... arguments) {
        List<String> all = new ArrayList<>(List.of("keys"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(all.toArray(String[]::new));
        said = out.toString();
        complained = err.toString();
        return code;
    }

    private JsonNode json(String... arguments) {
        assertThat(keys(arguments)).as(complained).isZero();
        return JsonMapper.shared().readTree(said);
    }

    private String created(String... options) {
        List<String> all = new ArrayList<>(List.of("create", "--json"));
        all.addAll(List.of(options));
        return json(all.toArray(String[]::new)).path("AccessKeyId").asString();
    }

    @Test
    void createShowsTheSecretAndListDoesNot() {
        JsonNode made = json("create", "--json", "--name", "the shop");
        assertThat(made.propertyNames()).containsExactly("AccessKeyId", "AccessKeySecret");
        JsonNode listed = json("list", "--json");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "AccessKeyId",
                        "Name",
                        "Enabled",
                        "Operator",
                        "CreatedAt",
                        "Actions",
                        "PerMinute",
                        "OldSecretUntil");
        assertThat(listed.get(0).path("AccessKeyId")).isEqualTo(made.path("AccessKeyId"));
        assertThat(listed.get(0).path("Name").asString()).isEqualTo("the shop");
        assertThat(listed.get(0).path("Actions").isNull()).isTrue();
        assertThat(keys("list")).isZero();
        assertThat(said).contains("the shop", "all actions", "the server's rate");
        assertThat(said).doesNotContain(made.path("AccessKeySecret").asString());
    }

    @Test
    void limitsAreShownAndTakenAway() {
        String id = created("--actions", "SegmentHair,SegmentBody", "--per-minute", "5");
        JsonNode key = json("list", "--json").get(0);
        assertThat(key.path("Actions").toString()).isEqualTo("[\"SegmentBody\",\"SegmentHair\"]");
        assertThat(key.path("PerMinute").asInt()).isEqualTo(5);
        assertThat(keys("limit", id, "--no-rate")).isZero();
        assertThat(said).contains("SegmentBody,SegmentHair", "the server's rate");
        assertThat(keys("limit", id, "--all-actions", "--per-minute", "7")).isZero();
        assertThat(said).contains("all actions", "7 a minute");
    }

    @Test
    void anUnknownActionIsRefusedWithThoseThatAreKnown() {
        assertThat(keys("create", "--actions", "SegmentUnicorn")).isEqualTo(1);
        assertThat(complained).contains("SegmentUnicorn", "SegmentVehicle", "SegmentHead");
        assertThat(json("list", "--json").size()).isZero();
    }

    @Test
    void optionsThatContradictOneAnotherAreRefused() {
        String id = created();
        assertThat(keys("limit", id)).isEqualTo(2);
        assertThat(keys("limit", id, "--all-actions", "--actions", "SegmentBody"))
                .isEqualTo(2);
        assertThat(keys("limit", id, "--no-rate", "--per-minute", "5")).isEqualTo(2);
        assertThat(complained).contains("--per-minute or --no-rate");
    }

    @Test
    void aKeyIsDisabledAndEnabled() {
        String id = created();
        assertThat(keys("disable", id)).isZero();
        assertThat(said).contains("disabled");
        assertThat(keys("enable", id)).isZero();
        assertThat(said).contains("enabled");
        assertThat(keys("disable", "ISnobody")).isEqualTo(1);
        assertThat(complained).contains("There is no key ISnobody");
    }

    @Test
    void aKeyMayOperateTheServerIfThatIsAskedForAndNoMoreIfItIsTakenBack() {
        String id = created();
        assertThat(json("list", "--json").get(0).path("Operator").asBoolean(true))
                .isFalse();
        assertThat(keys("operator", id)).isZero();
        assertThat(said).contains("enabled, operator");
        assertThat(keys("operator", "--revoke", id)).isZero();
        assertThat(said).doesNotContain("operator");
        created("--operator");
        assertThat(json("list", "--json").findValuesAsString("Operator")).containsExactlyInAnyOrder("false", "true");
        assertThat(keys("operator", "ISnobody")).isEqualTo(1);
    }

    @Test
    void rotateShowsTheNewSecretAndHowLongTheOldOneHolds() {
        String id = created();
        assertThat(keys("rotate", id, "--grace", "PT24H")).isZero();
        assertThat(said).contains(id, "AccessKeySecret", "holds until");
        assertThat(json("list", "--json").get(0).path("OldSecretUntil").isNull())
                .isFalse();
        JsonNode rotated = json("rotate", id, "--json");
        assertThat(rotated.path("AccessKeySecret").asString()).hasSize(30);
        assertThat(json("list", "--json").get(0).path("OldSecretUntil").isNull())
                .isTrue();
        assertThat(keys("rotate", id, "--grace", "PT-1H")).isEqualTo(1);
        assertThat(keys("rotate", "ISnobody")).isEqualTo(1);
    }

    @Test
    void usageOfNobodyIsEmpty() {
        assertThat(json("usage", "--json", "--days", "7").isEmpty()).isTrue();
        assertThat(keys("usage")).isZero();
        assertThat(said).startsWith("day (UTC)");
        assertThat(keys("usage", "--days", "0")).isEqualTo(1);
    }
}
