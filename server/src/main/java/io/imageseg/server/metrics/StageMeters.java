package io.imageseg.server.metrics;

import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.EndedCall;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Where the time of calls and of jobs goes, by stage and action. */
final class StageMeters implements CallListener {
    private final Meter.MeterProvider<Timer> took;

    StageMeters(MeterRegistry registry) {
        took = Durations.timer("imageseg.stage", "Time in one stage of a call or of an attempt at a job")
                .withRegistry(registry);
    }

    @Override
    public void ended(EndedCall call) {
        call.stages()
                .forEach((stage, duration) ->
                        took.withTags("stage", stage, "action", call.action()).record(duration));
    }

    @Override
    public void jobEnded(EndedCall attempt, String status) {
        ended(attempt);
    }
}
