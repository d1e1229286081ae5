package io.imageseg.server.api;

/** Holds callers to a rate. */
@FunctionalInterface
public interface Throttle {
    /**
     * Counts a call towards its key's rate.
     *
     * @throws ApiException Throttling.User, with the time after which to try again, when it is one too many
     */
    void take(Caller caller, Operation operation);
}
