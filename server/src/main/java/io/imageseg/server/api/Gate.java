package io.imageseg.server.api;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Bounds what is under way: whoever has a place may prepare its work, and runs it when its turn comes. */
public interface Gate {
    /**
     * Takes a place.
     *
     * @throws ApiException ServiceUnavailable, with the time after which to try again, when all places are taken
     */
    Place enter();

    /**
     * A place beside the queue, for work that no caller waits for. It is always there and waits for its turn as long as
     * that takes; whoever enters sees to it that there are few.
     */
    Place enterPatiently();

    /** A place in the queue, given back by {@link #close}. */
    interface Place extends AutoCloseable {
        /**
         * Waits for its turn, then runs the work alone.
         *
         * @param wanted asked when the turn comes; if it says no the work is dropped
         * @throws ApiException Timeout when the deadline passes before the turn comes
         */
        <T> T run(BooleanSupplier wanted, Supplier<T> work);

        @Override
        void close();
    }
}
