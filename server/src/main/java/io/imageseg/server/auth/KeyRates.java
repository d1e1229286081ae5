package io.imageseg.server.auth;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Caller;
import io.imageseg.server.api.Immediate;
import io.imageseg.server.api.Operation;
import io.imageseg.server.api.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds each key to its calls per minute, by a token bucket: a minute's calls may come at once, and are refilled evenly.
 * What is answered at once (asking for jobs, above all) does not count towards them; ten times as many of these, and at
 * least 60, are allowed in a bucket of their own. Rates are this process's: after a restart every bucket is full.
 */
public final class KeyRates implements Throttle {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int IMMEDIATE_FACTOR = 10;
    private static final int IMMEDIATE_LEAST = 60;

    private final OptionalInt usual;
    private final ForwardTime time;
    private final ConcurrentMap<Owner, Filled> buckets = new ConcurrentHashMap<>();

    private record Owner(String keyId, boolean immediate) {}

    private record Filled(long perMinute, Bucket bucket) {}

    /** @param usual calls per minute of keys that have no rate of their own; absent for any number */
    public KeyRates(OptionalInt usual, Clock clock) {
        this.usual = usual;
        time = new ForwardTime(clock);
    }

    @Override
    public void take(Caller caller, Operation operation) {
        OptionalInt rate =
                caller.limits().perMinute().isPresent() ? caller.limits().perMinute() : usual;
        if (rate.isEmpty()) {
            return;
        }
        switch (operation) {
            case Action _ -> take(new Owner(caller.keyId(), false), rate.getAsInt(), "calls");
            case Immediate _ ->
                take(
                        new Owner(caller.keyId(), true),
                        Math.max(IMMEDIATE_LEAST, (long) IMMEDIATE_FACTOR * rate.getAsInt()),
                        "calls of the kind of %s".formatted(operation.name()));
        }
    }

    private void take(Owner owner, long perMinute, String what) {
        Bucket bucket =
                buckets.compute(owner, (_, held) -> filled(held, perMinute)).bucket();
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L);
            Duration wait = Duration.ofSeconds(Math.max(1, seconds));
            throw ApiException.throttled(
                    "The key may make %d %s per minute and has made them; try again in %d s."
                            .formatted(perMinute, what, wait.toSeconds()),
                    wait);
        }
    }

    private Filled filled(@Nullable Filled held, long perMinute) {
        if (held == null) {
            Bucket bucket = Bucket.builder()
                    .addLimit(limit(perMinute))
                    .withCustomTimePrecision(time)
                    .build();
            return new Filled(perMinute, bucket);
        }
        if (held.perMinute() != perMinute) {
            BucketConfiguration changed =
                    BucketConfiguration.builder().addLimit(limit(perMinute)).build();
            held.bucket().replaceConfiguration(changed, TokensInheritanceStrategy.PROPORTIONALLY);
        }
        return new Filled(perMinute, held.bucket());
    }

    private static Bandwidth limit(long perMinute) {
        return Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, MINUTE)
                .build();
    }

    /** Forgets buckets that are full, which are like none. */
    public void sweep() {
        for (Owner owner : buckets.keySet()) {
            buckets.computeIfPresent(
                    owner, (_, held) -> held.bucket().getAvailableTokens() >= held.perMinute() ? null : held);
        }
    }

    /** How many buckets are not known to be full. */
    int size() {
        return buckets.size();
    }
}
