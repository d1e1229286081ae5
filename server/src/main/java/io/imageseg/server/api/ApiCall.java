package io.imageseg.server.api;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A call under way.
 *
 * @param id the RequestId: an upper-case UUID, in the answer and in the log
 * @param parameters of query and form together; Action and Version also where headers name them
 * @param stages where its time goes
 */
public record ApiCall(String id, ApiRequest request, Parameters parameters, Format format, Stages stages) {

    /** A fresh RequestId. */
    public static String newId() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    /**
     * Reads names, values and format.
     *
     * @throws ApiException InvalidParameter if they cannot be read, ParameterError if they contradict the headers
     */
    static ApiCall from(String id, ApiRequest request, Stages stages) {
        Parameters parameters = Parameters.parse(request.query(), request.body().form());
        if (request.isSignedInHeaders()) {
            parameters = parameters
                    .joinedBy("Action", "x-acs-action", request.headers())
                    .joinedBy("Version", "x-acs-version", request.headers());
        }
        return new ApiCall(id, request, parameters, Format.of(parameters), stages);
    }

    /** The same call as if it had asked for another format. */
    ApiCall in(Format other) {
        return new ApiCall(id, request, parameters, other, stages);
    }

    /**
     * A call that was accepted earlier and whose caller does not wait.
     *
     * @param origin where that caller reached the server
     */
    public static ApiCall resumed(String id, Map<String, String> parameters, String origin) {
        ApiRequest request = new ApiRequest("POST", "/", "", Map.of(), Body.NONE, origin, () -> true);
        return new ApiCall(id, request, new Parameters(parameters), Format.JSON, new Stages());
    }
}
