package io.imageseg.server.metrics;

import io.imageseg.server.api.CallListener;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** Images had from where their addresses lead. */
final class FetchMeters implements CallListener {
    private final DistributionSummary sizes;

    FetchMeters(MeterRegistry registry) {
        sizes = DistributionSummary.builder("imageseg.image")
                .description("Images that calls name, as files")
                .baseUnit("bytes")
                .register(registry);
    }

    @Override
    public void fetched(long bytes) {
        sizes.record(bytes);
    }
}
