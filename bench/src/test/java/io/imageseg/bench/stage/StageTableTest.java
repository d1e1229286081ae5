package io.imageseg.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTableTest {
    private final StageTable table = new StageTable();

    @Test
    void aRowHasTheMedianAndTheWorstTwentiethOfEveryStage() {
        table.add(
                "SegmentBody",
                "640×640",
                "OK",
                List.of(
                        new CallTimes(100, 5, 60, Map.of("cut", 70.0)),
                        new CallTimes(300, 6, 80, Map.of("cut", 90.0)),
                        new CallTimes(200, 7, 70, Map.of("cut", 80.0))));
        assertThat(table.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "action photo answer calls whole cut results networks",
                        "SegmentBody 640×640 OK 3 200/300 80/90 6/7 70/80");
    }

    @Test
    void aStageThatCallsDidNotComeToIsLeftOpen() {
        table.add("SegmentBody", "640×640", "OK", List.of(new CallTimes(9, 1, 0, Map.of("cut", 7.0))));
        table.add("SegmentBody", "640×640", "InvalidImage.Content", List.of(new CallTimes(3, 0, 0, Map.of())));
        assertThat(table.toString().lines().toList().getLast()).matches(".* 1 +3/3 +- +0/0 +0/0");
    }

    @Test
    void theNetworksShareIsThatOfAllCallsOfAnActionAndASize() {
        table.add("SegmentCommonImage", "1280×1280", "OK", List.of(new CallTimes(100, 0, 60, Map.of())));
        table.add("SegmentCommonImage", "1280×1280", "OK", List.of(new CallTimes(300, 0, 240, Map.of())));
        table.add("SegmentCommonImage", "640×640", "OK", List.of(new CallTimes(100, 0, 1, Map.of())));
        table.add("SegmentBody", "1280×1280", "OK", List.of(new CallTimes(100, 0, 1, Map.of())));
        assertThat(table.networksShare("SegmentCommonImage", "1280×1280")).isEqualTo(.75);
    }
}
