package io.imageseg.bench.peer;

import io.imageseg.bench.figure.Samples;
import io.imageseg.bench.figure.Table;
import java.util.List;
import java.util.stream.Collectors;

/** What both scored, side by side. */
record Ratios(Match.Result result) {
    double latency() {
        return result.ours().latency() / result.peer().latency();
    }

    double throughput() {
        return result.ours().throughput() / result.peer().throughput();
    }

    double memory() {
        return result.ours().residentMib() / result.peer().residentMib();
    }

    double start() {
        return result.ours().start() / result.peer().start();
    }

    @Override
    public String toString() {
        Score ours = result.ours();
        Score peer = result.peer();
        Table table = new Table(List.of("", "imageseg", "peer", "imageseg/peer"));
        row(table, "latency, 1 client, median ms", ours.latency(), peer.latency(), latency());
        row(
                table,
                "throughput, %d clients, per minute".formatted(Match.CROWD),
                ours.throughput(),
                peer.throughput(),
                throughput());
        row(
                table,
                "resident memory after %d requests, MiB".formatted(Match.MEMORY_REQUESTS),
                ours.residentMib(),
                peer.residentMib(),
                memory());
        row(table, "start to first PNG, median s", ours.start(), peer.start(), start());
        return "%s%n%n%s%n%s".formatted(table, raw("imageseg", ours), raw("peer", peer));
    }

    private static void row(Table table, String name, double ours, double peer, double ratio) {
        table.add(List.of(name, "%.2f".formatted(ours), "%.2f".formatted(peer), "%.3f".formatted(ratio)));
    }

    private static String raw(String whose, Score score) {
        Samples latencies = Samples.of(score.alone().latencies());
        return "%s: 1 client %d requests, %.0f to %.0f ms, p95 %.0f; %d clients %d requests in %.1f s; starts %s s"
                .formatted(
                        whose,
                        score.alone().latencies().size(),
                        latencies.sorted().getFirst(),
                        latencies.sorted().getLast(),
                        latencies.percentile(95),
                        Match.CROWD,
                        score.crowd().latencies().size(),
                        score.crowd().seconds(),
                        score.starts().stream().map("%.2f"::formatted).collect(Collectors.joining(" ")));
    }
}
