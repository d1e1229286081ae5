package io.imageseg.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class AccessLineTest {
    @Test
    void theStagesOfACallAreWhatFollowsItsMilliseconds() {
        AccessLine line = AccessLine.parse("0A1B-2C key=LT8 action=SegmentBody code=OK status=200 bytes=311 ms=1702"
                + " authenticate=2 read=0 fetch=9 decode=31 wait=0 cut=1601 store=66");
        assertThat(line.requestId()).isEqualTo("0A1B-2C");
        assertThat(line.stages())
                .containsExactly(
                        entry("authenticate", 2.0),
                        entry("read", 0.0),
                        entry("fetch", 9.0),
                        entry("decode", 31.0),
                        entry("wait", 0.0),
                        entry("cut", 1601.0),
                        entry("store", 66.0));
    }

    @Test
    void aRefusedCallHasTheStagesItCameTo() {
        AccessLine line = AccessLine.parse(
                "0A1B-2C key=- action=- code=SignatureDoesNotMatch status=400 bytes=311 ms=1 authenticate=1");
        assertThat(line.stages()).containsOnly(entry("authenticate", 1.0));
    }
}
