package io.imageseg.conformance.client;

/** A way to call the API. */
interface Library {
    /**
     * Makes a call and gives the response object, or what can be read from it, for Gson to write.
     *
     * @throws RefusedException if the library understood that the server refused
     */
    Object make(Call call) throws Exception;
}
