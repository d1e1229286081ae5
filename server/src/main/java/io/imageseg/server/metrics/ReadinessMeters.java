package io.imageseg.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.BooleanSupplier;

/** Whether everything is loaded. */
record ReadinessMeters(BooleanSupplier ready) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("imageseg.ready", () -> ready.getAsBoolean() ? 1 : 0)
                .description("1 when /health/ready answers 200, else 0")
                .register(registry);
    }
}
