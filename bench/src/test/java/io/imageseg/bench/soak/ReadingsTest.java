package io.imageseg.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.bench.process.Footprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static Reading reading(int requests, long kib, int descriptors, int threads) {
        return new Reading(requests, new Footprint(kib, descriptors, threads));
    }

    private static Readings ending(long kib, int descriptors, int threads) {
        return new Readings(List.of(
                reading(150, 700_000, 50, 30),
                reading(200, 1_000_000, 60, 40),
                reading(950, 1_300_000, 90, 90),
                reading(1000, kib, descriptors, threads)));
    }

    @Test
    void theEndIsComparedWithRequestTwoHundred() {
        Readings readings = ending(1_040_000, 60, 40);
        assertThat(readings.base().requests()).isEqualTo(200);
        assertThat(readings.growth()).isCloseTo(.04, within(1e-9));
        assertThat(readings.complaints()).isEmpty();
    }

    @Test
    void aShorterSoakIsComparedWithItsFirstFifth() {
        Readings readings = new Readings(List.of(
                reading(2, 900, 1, 1), reading(9, 950, 1, 1), reading(10, 1000, 1, 1), reading(50, 1000, 1, 1)));
        assertThat(readings.base().requests()).isEqualTo(10);
    }

    @Test
    void memoryMayGrowByATwentieth() {
        assertThat(ending(1_050_000, 60, 40).complaints()).isEmpty();
        assertThat(ending(1_051_000, 60, 40).complaints())
                .containsExactly("resident memory grew by 5.1 % since request 200; at most 5.0 % is allowed");
    }

    @Test
    void descriptorsAndThreadsMayWobbleButNotGrow() {
        assertThat(ending(1_000_000, 62, 42).complaints()).isEmpty();
        assertThat(ending(1_000_000, 63, 44).complaints())
                .containsExactly(
                        "descriptors grew from 60 to 63; 2 more are allowed",
                        "threads grew from 40 to 44; 2 more are allowed");
    }

    @Test
    void whatShrinksIsNoComplaint() {
        assertThat(ending(500_000, 10, 10).complaints()).isEmpty();
        assertThat(ending(500_000, 10, 10).growth()).isEqualTo(-.5);
    }

    @Test
    void nothingReadIsNoSoak() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Readings(List.of()));
    }

    @Test
    void readingsAreFiftyRequestsApartOrATwentiethOfAll() {
        assertThat(SoakBench.interval(1000)).isEqualTo(50);
        assertThat(SoakBench.interval(5000)).isEqualTo(50);
        assertThat(SoakBench.interval(100)).isEqualTo(5);
        assertThat(SoakBench.interval(7)).isEqualTo(1);
    }
}
