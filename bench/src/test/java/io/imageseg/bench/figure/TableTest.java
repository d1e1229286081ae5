package io.imageseg.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void namesStandToTheLeftAndNumbersToTheRight() {
        Table table = new Table(List.of("action", "ms"));
        table.add(List.of("SegmentBody", "5"));
        table.add(List.of("ParseFace", "1234"));
        assertThat(table).hasToString("""
                action         ms
                SegmentBody     5
                ParseFace    1234""");
    }

    @Test
    void aRowHasACellForEachColumn() {
        Table table = new Table(List.of("action", "ms"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.add(List.of("SegmentBody")))
                .withMessage("1 cells for 2 columns");
    }
}
