package io.imageseg.bench.figure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers the requests of several clients, and ends for all when one has failed. */
final class Turns {
    /** Whether a turn is still to be taken. */
    @FunctionalInterface
    interface Limit {
        boolean allows(int turn);
    }

    private final AtomicInteger next = new AtomicInteger();
    private final Limit limit;
    private volatile boolean failed;

    Turns(Limit limit) {
        this.limit = limit;
    }

    /** One client's work, until there is no turn left; the latencies in milliseconds. */
    List<Double> takeAll(Load.Request request) throws IOException, InterruptedException {
        List<Double> latencies = new ArrayList<>();
        for (int turn = next.getAndIncrement(); !failed && limit.allows(turn); turn = next.getAndIncrement()) {
            long began = System.nanoTime();
            try {
                request.send(turn);
            } catch (IOException | InterruptedException | RuntimeException e) {
                failed = true;
                throw e;
            }
            latencies.add((System.nanoTime() - began) / 1e6);
        }
        return latencies;
    }
}
