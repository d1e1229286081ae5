package io.imageseg.server.api;

/** Calls that are accepted now and done later. */
public interface Jobs {
    /**
     * Accepts a call whose parameters are right; once this returns it will be done, whatever becomes of the process.
     *
     * @throws ApiException ServiceUnavailable, with the time after which to try again, when too many wait
     */
    void accept(ApiCall call, Caller caller);
}
