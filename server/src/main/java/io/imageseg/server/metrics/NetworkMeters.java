package io.imageseg.server.metrics;

import io.imageseg.model.Engine;
import io.imageseg.segment.NetworkListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Networks: what runs each that is loaded, and how long its runs take. */
final class NetworkMeters implements NetworkListener {
    private final MeterRegistry registry;
    private final Meter.MeterProvider<Timer> runs;

    NetworkMeters(MeterRegistry registry) {
        this.registry = registry;
        runs = Durations.timer("imageseg.network.run", "Runs of a network").withRegistry(registry);
    }

    @Override
    public void loaded(String network, Engine engine) {
        Gauge.builder("imageseg.network.info", () -> 1)
                .description("Networks that are loaded, with what runs them; always 1")
                .tag("network", network)
                .tag("engine", engine.name())
                .tag("version", engine.version())
                .tag("device", engine.device())
                .tag("precision", engine.precision())
                .register(registry);
    }

    @Override
    public void ran(String network, Duration took) {
        runs.withTag("network", network).record(took);
    }
}
