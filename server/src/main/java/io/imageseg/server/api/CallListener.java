package io.imageseg.server.api;

import java.time.Duration;

/**
 * Hears what happens to calls, so that the rooms which serve them know nothing of how that is counted. It is told by the
 * thread that serves the call, and by any number of them at once; it is quick and never throws.
 */
public interface CallListener {
    CallListener NONE = new CallListener() {};

    /** A call came, whatever it will be. */
    default void began() {}

    /** A call was answered; each that began ends. */
    default void ended(EndedCall call) {}

    /** All places of the queue were taken. */
    default void refused() {}

    /**
     * The work of a call or of a job waited for its turn, and is done now unless its caller left.
     *
     * @param waited since its images were ready
     */
    default void turnCame(Duration waited) {}

    /** The same, but the deadline passed or the server stopped. */
    default void turnMissed(Duration waited) {}

    /**
     * A job was begun for the first time.
     *
     * @param waited since it was accepted
     */
    default void jobBegan(Duration waited) {}

    /**
     * An attempt at a job ended.
     *
     * @param attempt the same as for a call
     * @param status of the job, as GetAsyncJobResult has it
     */
    default void jobEnded(EndedCall attempt, String status) {}

    /** An image was had from where its address leads; so many bytes. */
    default void fetched(long bytes) {}
}
