package io.imageseg.server;

import io.imageseg.segment.Segmentation;
import io.imageseg.server.api.CallListener;
import io.imageseg.server.http.MetricsRoute;
import io.imageseg.server.job.InferenceGate;
import io.imageseg.server.job.JobStore;
import io.imageseg.server.metrics.Meters;
import io.imageseg.server.source.AddressRange;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What a server measures of itself, and who may see that.
 *
 * @param meters none if the settings say so; closed with this
 * @param readers who may, beside this machine
 */
record Metering(Optional<Meters> meters, List<AddressRange> readers) implements AutoCloseable {
    static Metering of(Settings.Metrics settings) {
        List<AddressRange> readers = settings.from().orElse(Set.of()).stream()
                .map(AddressRange::parse)
                .toList();
        return new Metering(settings.enabled() ? Optional.of(new Meters()) : Optional.empty(), readers);
    }

    CallListener calls() {
        return meters.map(Meters::calls).orElse(CallListener.NONE);
    }

    void watch(Storage storage, BooleanSupplier ready) {
        meters.ifPresent(watching -> {
            watching.watchReadiness(ready);
            watching.watchJobs(JobStore.statuses(), storage.jobs()::count);
            watching.watchFolder("results", storage.results()::files, storage.results()::bytes);
            watching.watchFolder("uploads", storage.uploads()::files, storage.uploads()::bytes);
        });
    }

    void watch(InferenceGate gate) {
        meters.ifPresent(watching -> watching.watchPlaces(gate::places, gate::taken));
    }

    void watch(Segmentation segmentation) {
        meters.ifPresent(watching -> segmentation.listen(watching.networks()));
    }

    Optional<MetricsRoute> route() {
        return meters.map(shown -> new MetricsRoute(shown::text, this::isReader));
    }

    boolean isReader(InetAddress address) {
        return address.isLoopbackAddress() || readers.stream().anyMatch(range -> range.contains(address));
    }

    @Override
    public void close() {
        meters.ifPresent(Meters::close);
    }
}
