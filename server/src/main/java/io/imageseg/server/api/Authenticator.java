package io.imageseg.server.api;

/** Tells who calls. */
public interface Authenticator {
    /**
     * Checks scheme, key, signature, time, nonce and whether the key is enabled, in this order.
     *
     * @throws ApiException if the caller is not to be served
     */
    Caller authenticate(ApiCall call);
}
