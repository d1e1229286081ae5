package io.imageseg.server.auth;

import io.imageseg.server.api.ApiCall;

/** A way of signing calls. */
@FunctionalInterface
interface Scheme {
    /**
     * Finds what a call says of itself.
     *
     * @throws io.imageseg.server.api.ApiException MissingParameter or InvalidParameter if the scheme lacks something
     */
    Claim claim(ApiCall call);

    /** The scheme of a call, which only its Authorization header tells. */
    static Scheme of(ApiCall call) {
        return call.request().isSignedInHeaders() ? new Acs3Scheme() : new RpcScheme();
    }
}
