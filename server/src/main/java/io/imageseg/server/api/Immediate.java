package io.imageseg.server.api;

/**
 * An operation that is answered at once: it fetches no image, needs no network and no place in the queue. Keys
 * that are limited to some actions may ask for it all the same.
 */
public non-sealed interface Immediate extends Operation {
    /**
     * The members of the answer beside RequestId: a record whose names are the answer's.
     *
     * @throws ApiException if there is no such answer
     */
    Object respond(ApiCall call, Caller caller);
}
