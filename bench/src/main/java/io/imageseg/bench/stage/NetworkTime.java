package io.imageseg.bench.stage;

import java.util.concurrent.atomic.LongAdder;

/** How long networks ran since this was last asked. */
final class NetworkTime {
    private final LongAdder nanos = new LongAdder();

    void add(long more) {
        nanos.add(more);
    }

    /** In milliseconds; begins anew. */
    double take() {
        return nanos.sumThenReset() / 1e6;
    }
}
