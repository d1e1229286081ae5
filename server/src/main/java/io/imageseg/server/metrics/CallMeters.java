package io.imageseg.server.metrics;

import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.EndedCall;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls: how many by action and code, how long those took that went well, how many are under way. Actions are known ones
 * or {@code -}, whatever callers send.
 */
final class CallMeters implements CallListener {
    private final AtomicInteger active = new AtomicInteger();
    private final Meter.MeterProvider<Counter> calls;
    private final Meter.MeterProvider<Timer> took;

    CallMeters(MeterRegistry registry) {
        calls = Counter.builder("imageseg.calls")
                .description("Calls answered, by action and code of the answer")
                .withRegistry(registry);
        took = Durations.timer("imageseg.call", "From coming to answer, of calls that went well")
                .withRegistry(registry);
        Gauge.builder("imageseg.calls.active", active, AtomicInteger::get)
                .description("Calls that are not answered yet")
                .register(registry);
    }

    @Override
    public void began() {
        active.incrementAndGet();
    }

    @Override
    public void ended(EndedCall call) {
        active.decrementAndGet();
        calls.withTags("action", call.action(), "code", call.code()).increment();
        if (call.code().equals(EndedCall.OK)) {
            took.withTags(Tags.of("action", call.action(), "async", Boolean.toString(call.async())))
                    .record(call.took());
        }
    }
}
