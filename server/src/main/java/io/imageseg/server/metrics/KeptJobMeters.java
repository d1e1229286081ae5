package io.imageseg.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToIntFunction;

/** How many jobs are kept, by status; asked for whenever metrics are read. */
record KeptJobMeters(List<String> statuses, ToIntFunction<String> count) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        for (String status : statuses) {
            Gauge.builder("imageseg.jobs", () -> count.applyAsInt(status))
                    .description("Jobs that GetAsyncJobResult knows, by status")
                    .tag("status", status)
                    .register(registry);
        }
    }
}
