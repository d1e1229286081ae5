package io.imageseg.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.IntSupplier;

/** How full the queue is. */
record PlaceMeters(IntSupplier all, IntSupplier taken) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("imageseg.queue.places", all::getAsInt)
                .description("Places of the queue, with that of the call that is cut")
                .register(registry);
        Gauge.builder("imageseg.queue.places.taken", taken::getAsInt)
                .description("Places that are taken")
                .register(registry);
    }
}
