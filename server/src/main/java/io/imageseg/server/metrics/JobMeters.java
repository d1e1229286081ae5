package io.imageseg.server.metrics;

import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.EndedCall;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Jobs: how long they wait, and how attempts at them end. */
final class JobMeters implements CallListener {
    private final Timer waited;
    private final Meter.MeterProvider<Timer> attempts;

    JobMeters(MeterRegistry registry) {
        waited = Durations.timer("imageseg.job.wait", "From a job's acceptance to its first attempt")
                .register(registry);
        attempts = Durations.timer("imageseg.job.attempt", "Attempts at jobs, by action and the status that followed")
                .withRegistry(registry);
    }

    @Override
    public void jobBegan(Duration wait) {
        waited.record(wait);
    }

    @Override
    public void jobEnded(EndedCall attempt, String status) {
        attempts.withTags("action", attempt.action(), "status", status).record(attempt.took());
    }
}
