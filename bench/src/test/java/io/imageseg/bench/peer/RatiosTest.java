package io.imageseg.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.bench.figure.Load;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {
    private final Score ours = new Score(
            new Load(List.of(900.0, 1000.0, 5000.0), 6.9),
            new Load(List.of(1.0, 1.0, 1.0), 3),
            800,
            List.of(2.0, 1.0, 9.0));
    private final Score peer =
            new Score(new Load(List.of(2000.0), 2), new Load(List.of(1.0), 2), 1600, List.of(8.0, 8.0, 1.0));
    private final Ratios ratios = new Ratios(new Match.Result(ours, peer));

    @Test
    void everyRatioIsOursByThePeers() {
        assertThat(ratios.latency()).as("medians of latencies").isEqualTo(.5);
        assertThat(ratios.throughput()).as("requests by time").isEqualTo(2);
        assertThat(ratios.memory()).isEqualTo(.5);
        assertThat(ratios.start()).as("medians of starts").isEqualTo(.25);
    }

    @Test
    void theTableHasRatiosAndWhatTheyAreMadeOf() {
        assertThat(ratios.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        " imageseg peer imageseg/peer",
                        "latency, 1 client, median ms 1000.00 2000.00 0.500",
                        "throughput, 4 clients, per minute 60.00 30.00 2.000",
                        "resident memory after 50 requests, MiB 800.00 1600.00 0.500",
                        "start to first PNG, median s 2.00 8.00 0.250");
    }
}
