package io.imageseg.server.metrics;

import io.imageseg.server.api.CallListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** The queue: who got no place, and how long those who have one wait for their turn. */
final class QueueMeters implements CallListener {
    private final Counter refused;
    private final Timer came;
    private final Timer missed;

    QueueMeters(MeterRegistry registry) {
        refused = Counter.builder("imageseg.queue.refused")
                .description("Calls that found all places of the queue taken")
                .register(registry);
        came = wait("came", registry);
        missed = wait("missed", registry);
    }

    private static Timer wait(String turn, MeterRegistry registry) {
        return Durations.timer("imageseg.queue.wait", "Waiting for the turn, of calls and jobs whose images are ready")
                .tag("turn", turn)
                .register(registry);
    }

    @Override
    public void refused() {
        refused.increment();
    }

    @Override
    public void turnCame(Duration waited) {
        came.record(waited);
    }

    @Override
    public void turnMissed(Duration waited) {
        missed.record(waited);
    }
}
