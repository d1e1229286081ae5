package io.imageseg.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.LongSupplier;

/** What a folder holds; looked at whenever metrics are read. */
record FolderMeters(String folder, LongSupplier files, LongSupplier bytes) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("imageseg.folder.files", files::getAsLong)
                .description("Files in a folder that are not removed yet")
                .tag("folder", folder)
                .register(registry);
        Gauge.builder("imageseg.folder.size", bytes::getAsLong)
                .description("Their bytes")
                .baseUnit("bytes")
                .tag("folder", folder)
                .register(registry);
    }
}
