package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.action.LimitsProfile;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/api.md} says of actions and errors what the code does. */
class ApiDocumentTest {
    private static final long MB = 1_048_576;

    private final String text = Files.readString(Path.of("..", "docs", "api.md"));

    ApiDocumentTest() throws IOException {}

    @Test
    void everyActionIsDescribedAndNothingElse() {
        assertThat(found("(?m)^### (\\w+)$", section("Actions")).map(action -> action.group(1)))
                .containsExactlyInAnyOrderElementsOf(Actions.NAMES);
    }

    @Test
    void theLargestFilesAreTheActionsOwn() {
        Map<String, Long> documented = found(
                        "(?s)\\n### (\\w+)\\n.*?\\| files \\| [^|\\n]*; (up to|below) (\\d+) MB", section("Actions"))
                .collect(Collectors.toMap(
                        action -> action.group(1),
                        action -> Long.parseLong(action.group(3)) * MB
                                - (action.group(2).equals("below") ? 1 : 0)));
        assertThat(documented).isEqualTo(largestFiles());
    }

    private static Map<String, Long> largestFiles() {
        List<Action> actions = Actions.of(LimitsProfile.ALIYUN, () -> {
            throw new AssertionError("limits need no network");
        });
        return actions.stream().collect(Collectors.toMap(Action::name, Action::maxBytes));
    }

    @Test
    void everyErrorIsListedWithItsStatusAndNothingElse() {
        Map<String, Integer> documented = new TreeMap<>();
        found("(?m)^\\| (\\d{3}) \\| ([^|]+) \\| [^|]+ \\|$", section("Errors"))
                .forEach(row -> Stream.of(row.group(2).split(", "))
                        .forEach(code -> assertThat(documented.put(code, Integer.valueOf(row.group(1))))
                                .as(code)
                                .isNull()));
        assertThat(documented)
                .isEqualTo(Arrays.stream(ErrorCode.values())
                        .collect(Collectors.toMap(ErrorCode::code, ErrorCode::status)));
    }

    private String section(String name) {
        MatchResult section =
                found("(?ms)^## " + name + "$(.*?)(?=^## )", text).findFirst().orElseThrow();
        return section.group(1);
    }

    private static Stream<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }
}
