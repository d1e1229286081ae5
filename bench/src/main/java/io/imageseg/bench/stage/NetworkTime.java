package io.imageseg.bench.stage;

import io.imageseg.segment.NetworkListener;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** How long networks ran since this was last asked. */
final class NetworkTime implements NetworkListener {
    private final LongAdder nanos = new LongAdder();

    @Override
    public void ran(String network, Duration took) {
        nanos.add(took.toNanos());
    }

    /** In milliseconds; begins anew. */
    double take() {
        return nanos.sumThenReset() / 1e6;
    }
}
