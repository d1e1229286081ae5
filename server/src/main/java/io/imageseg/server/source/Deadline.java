package io.imageseg.server.source;

import java.time.Duration;

/** When a download must be over, on the clock of {@link System#nanoTime}. */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, at least a millisecond: to a library, none would mean no limit. */
    Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, nanos - System.nanoTime()));
    }
}
