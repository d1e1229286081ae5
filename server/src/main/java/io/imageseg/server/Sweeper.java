package io.imageseg.server;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what has expired, once a minute; a failure is logged and the next minute tries again. */
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    /** In seconds from the start, which it is not to hold up. */
    private static final int FIRST = 10;

    /** In seconds. */
    private static final int EVERY = 60;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon().factory());

    Sweeper(List<Runnable> tasks) {
        ScheduledFuture<?> _ =
                executor.scheduleWithFixedDelay(() -> tasks.forEach(Sweeper::run), FIRST, EVERY, TimeUnit.SECONDS);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("Expired things could not be removed", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
