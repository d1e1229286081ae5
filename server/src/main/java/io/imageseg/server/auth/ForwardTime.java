package io.imageseg.server.auth;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time that has passed by a clock since the start. A clock that is set back stands still for it, but no longer. */
final class ForwardTime implements TimeMeter {
    private final Clock clock;
    private Instant seen;
    private long nanos;

    ForwardTime(Clock clock) {
        this.clock = clock;
        seen = clock.instant();
    }

    @Override
    public synchronized long currentTimeNanos() {
        Instant now = clock.instant();
        if (now.isAfter(seen)) {
            nanos += Duration.between(seen, now).toNanos();
        }
        seen = now;
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
