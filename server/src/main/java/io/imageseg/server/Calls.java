package io.imageseg.server;

import io.imageseg.server.api.Action;
import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.Operation;
import io.imageseg.server.api.Service;
import io.imageseg.server.api.Work;
import io.imageseg.server.auth.KeyRates;
import io.imageseg.server.auth.ServerKey;
import io.imageseg.server.job.InferenceGate;
import io.imageseg.server.job.JobLimits;
import io.imageseg.server.job.JobQueue;
import io.imageseg.server.job.JobRunner;
import io.imageseg.server.source.AddressPolicy;
import io.imageseg.server.source.AddressRange;
import io.imageseg.server.source.FetchLimits;
import io.imageseg.server.source.GuardedFetcher;
import io.imageseg.server.source.ImageSource;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * What answers calls, put together here. Closing lets jobs under way end, for a while.
 *
 * @param jobs started beside whoever opens this
 * @param rates of the keys, to be swept
 */
record Calls(Service service, Beside<JobQueue> jobs, GuardedFetcher fetcher, KeyRates rates) implements AutoCloseable {
    static Calls open(
            Settings settings,
            Storage storage,
            List<Operation> operations,
            InferenceGate gate,
            CallListener listener,
            Clock clock) {
        GuardedFetcher fetcher = fetcher(settings.source());
        ImageSource images = new ImageSource(fetcher, List.of(storage.uploads(), storage.results()), listener);
        Work work = new Work(images, storage.results());
        KeyRates rates = new KeyRates(settings.rate().perMinute(), clock);
        JobLimits limits = limits(settings.jobs());
        List<Action> actions = operations.stream()
                .filter(Action.class::isInstance)
                .map(Action.class::cast)
                .toList();
        JobRunner runner = new JobRunner(storage.jobs(), actions, work, gate, limits, clock, listener);
        String name = schedulerName(storage.serverKey());
        JobQueue jobs = new JobQueue(storage.database().source(), storage.jobs(), runner, images, limits, clock, name);
        Service service = new Service(
                storage.authenticator(clock), operations, work, gate, jobs, rates, storage.usage(), listener);
        return new Calls(service, Beside.make("start-jobs", jobs::start), fetcher, rates);
    }

    private static JobLimits limits(Settings.Jobs jobs) {
        return new JobLimits(jobs.waiting(), jobs.threads(), jobs.attempts(), jobs.pause(), jobs.timeout());
    }

    /** The same after each start of an installation, and no other's. */
    private static String schedulerName(ServerKey serverKey) {
        return "imageseg-" + HexFormat.of().formatHex(serverKey.derive("scheduler"), 0, 8);
    }

    private static GuardedFetcher fetcher(Settings.Source source) {
        List<AddressRange> allowed = source.allow().orElse(Set.of()).stream()
                .map(AddressRange::parse)
                .toList();
        FetchLimits limits = new FetchLimits(
                source.connectTimeout(),
                source.readTimeout(),
                source.totalTimeout(),
                source.redirects(),
                source.ports(),
                source.hosts().orElse(Set.of()));
        return new GuardedFetcher(new AddressPolicy(allowed), limits, GuardedFetcher.Resolver.SYSTEM);
    }

    @Override
    public void close() throws Exception {
        try (fetcher) {
            jobs.close();
        }
    }
}
