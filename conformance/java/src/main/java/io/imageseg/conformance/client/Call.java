package io.imageseg.conformance.client;

import java.util.Map;

/**
 * A call to make.
 *
 * @param protocol {@code http} or {@code https}; the server's certificate is not to be looked at
 * @param endpoint host and port
 * @param way MODEL: by the class for the action; FILE: by the class that sends files, images being paths; QUERY and
 *     FORM: by the call for any action, parameters there
 * @param dialect for the core: {@code method}, {@code format} and {@code signature}
 */
record Call(
        String protocol,
        String endpoint,
        String id,
        String secret,
        String action,
        Map<String, String> parameters,
        String way,
        Map<String, String> dialect) {}
