package io.imageseg.server.api;

import java.util.Locale;
import java.util.UUID;

/**
 * A call under way.
 *
 * @param id the RequestId: an upper-case UUID, in the answer and in the log
 * @param stages where its time goes
 */
public record ApiCall(String id, ApiRequest request, Parameters parameters, Format format, Stages stages) {

    /** A fresh RequestId. */
    static String newId() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    /**
     * Reads names, values and format.
     *
     * @throws ApiException InvalidParameter if they cannot be read
     */
    static ApiCall from(String id, ApiRequest request, Stages stages) {
        Parameters parameters = Parameters.parse(request.query(), request.form());
        return new ApiCall(id, request, parameters, Format.of(parameters), stages);
    }
}
