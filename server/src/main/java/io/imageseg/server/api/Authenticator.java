package io.imageseg.server.api;

/** Tells who calls. */
public interface Authenticator {
    /**
     * Checks scheme, key, signature, time and nonce, in this order.
     *
     * @throws ApiException if it is not known who calls
     */
    Caller authenticate(ApiCall call);
}
