package io.imageseg.server;

import java.time.Duration;

/** Lets a clock that stands still go on by itself, a hundred times as fast as time does. */
final class Ticking implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(5);

    private final Thread thread;

    Ticking(AdjustableClock clock) {
        thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    Thread.sleep(STEP);
                    clock.advance(STEP.multipliedBy(100));
                }
            } catch (InterruptedException _) {
                // It is closed.
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
