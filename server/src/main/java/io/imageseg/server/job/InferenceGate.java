package io.imageseg.server.job;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Gate;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One inference at a time, or a few, first come first served, and a bounded number that prepare or wait. Inference libraries
 * use all cores for one picture, and more at once than they are made for cost the memory of as many.
 */
public final class InferenceGate implements Gate {
    private final int queue;
    private final Duration deadline;
    private final CallListener listener;
    private final Semaphore places;
    private final Semaphore turns = new Semaphore(1, true);
    private volatile int atATime = 1;
    private volatile long typicalNanos = TimeUnit.SECONDS.toNanos(1);

    /**
     * @param queue how many may have a place beside the one that runs
     * @param deadline how long after entering a turn must have come
     */
    public InferenceGate(int queue, Duration deadline, CallListener listener) {
        this.queue = queue;
        this.deadline = deadline;
        this.listener = listener;
        places = new Semaphore(queue + 1);
    }

    /**
     * From now on as many run at a time.
     *
     * @throws IllegalArgumentException if there were more before
     */
    public synchronized void widen(int most) {
        if (most < atATime) {
            throw new IllegalArgumentException("%d at a time cannot become %d".formatted(atATime, most));
        }
        turns.release(most - atATime);
        atATime = most;
    }

    @Override
    public Place enter() {
        if (!places.tryAcquire()) {
            listener.refused();
            long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(typicalNanos * (queue + 1) / (2L * atATime)));
            throw ApiException.busy(
                    "All %d places of the queue are taken; try again in %d s.".formatted(queue + 1, seconds),
                    Duration.ofSeconds(seconds));
        }
        return new TakenPlace(deadline.toNanos(), places::release);
    }

    @Override
    public Place enterPatiently() {
        return new TakenPlace(Long.MAX_VALUE, () -> {});
    }

    /** How many places there are, with that of the one that runs. */
    public int places() {
        return queue + 1;
    }

    /** How many have a place and no turn. */
    public int waiting() {
        return Math.max(0, taken() - atATime);
    }

    /** How many have a place now. */
    public int taken() {
        return queue + 1 - places.availablePermits();
    }

    private final class TakenPlace implements Place {
        private final long entered = System.nanoTime();
        private final long patience;
        private final Runnable leave;

        private TakenPlace(long patience, Runnable leave) {
            this.patience = patience;
            this.leave = leave;
        }

        @Override
        public <T> T run(BooleanSupplier wanted, Supplier<T> work) {
            await();
            long started = System.nanoTime();
            try {
                if (!wanted.getAsBoolean()) {
                    throw new ApiException(ErrorCode.DEADLINE_PASSED, "The caller left before its turn came.");
                }
                T done = work.get();
                typicalNanos = (typicalNanos * 7 + (System.nanoTime() - started)) / 8;
                return done;
            } finally {
                turns.release();
            }
        }

        private void await() {
            long began = System.nanoTime();
            boolean came = false;
            try {
                came = turns.tryAcquire(Math.max(0, patience - (began - entered)), TimeUnit.NANOSECONDS);
                if (!came) {
                    throw new ApiException(
                            ErrorCode.DEADLINE_PASSED,
                            "The turn did not come within %d ms.".formatted(deadline.toMillis()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiException(ErrorCode.DEADLINE_PASSED, "The server is stopping.", e);
            } finally {
                tell(came, Duration.ofNanos(System.nanoTime() - began));
            }
        }

        private void tell(boolean came, Duration waited) {
            if (came) {
                listener.turnCame(waited);
            } else {
                listener.turnMissed(waited);
            }
        }

        @Override
        public void close() {
            leave.run();
        }
    }
}
