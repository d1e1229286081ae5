package io.imageseg.server.metrics;

import io.imageseg.segment.NetworkListener;
import io.imageseg.server.api.CallListener;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/** All that is counted and measured of one server; docs/metrics.md is the table. Safe for any number of threads. */
public final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmMeters jvm = new JvmMeters();
    private final CallListener calls = new AllListeners(List.of(
            new CallMeters(registry),
            new StageMeters(registry),
            new QueueMeters(registry),
            new JobMeters(registry),
            new FetchMeters(registry)));
    private final NetworkListener networks = new NetworkMeters(registry);

    /** Looks at this process from now on. */
    public Meters() {
        jvm.bindTo(registry);
        new ProcessMeters().bindTo(registry);
    }

    /** What counts calls and jobs. */
    public CallListener calls() {
        return calls;
    }

    /** What measures networks. */
    public NetworkListener networks() {
        return networks;
    }

    /** Shows whether the server says of itself that it is ready. */
    public void watchReadiness(BooleanSupplier ready) {
        new ReadinessMeters(ready).bindTo(registry);
    }

    /** Shows how many places the queue has, and how many are taken. */
    public void watchPlaces(IntSupplier all, IntSupplier taken) {
        new PlaceMeters(all, taken).bindTo(registry);
    }

    /** Shows how many jobs are kept by their status. */
    public void watchJobs(List<String> statuses, ToIntFunction<String> count) {
        new KeptJobMeters(statuses, count).bindTo(registry);
    }

    /** Shows what a folder holds. */
    public void watchFolder(String name, LongSupplier files, LongSupplier bytes) {
        new FolderMeters(name, files, bytes).bindTo(registry);
    }

    /** Everything as it is now, in the text format of Prometheus, version 0.0.4. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        jvm.close();
        registry.close();
    }
}
