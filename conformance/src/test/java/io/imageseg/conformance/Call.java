package io.imageseg.conformance;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a client program is told to do, as one line of JSON.
 *
 * @param protocol {@code http} or {@code https}
 * @param endpoint host and port
 * @param way which of the library's ways to take
 * @param dialect what else the program knows how to vary, such as method or format; the same words as in its source
 */
record Call(
        String protocol,
        String endpoint,
        String id,
        String secret,
        String action,
        Map<String, String> parameters,
        Way way,
        Map<String, String> dialect) {

    /** A library's ways to make a call. */
    enum Way {
        /** Through the class that it has for the action. */
        MODEL,
        /** Through its class for files, which sends them first; images are paths. */
        FILE,
        /** Through its call for any action, the parameters in the query. */
        QUERY,
        /** The same with the parameters in the form. */
        FORM
    }

    Call byTls() {
        return new Call("https", endpoint, id, secret, action, parameters, way, dialect);
    }

    Call to(String other) {
        return new Call(protocol, other, id, secret, action, parameters, way, dialect);
    }

    Call by(Way other) {
        return new Call(protocol, endpoint, id, secret, action, parameters, other, dialect);
    }

    Call as(String otherId, String otherSecret) {
        return new Call(protocol, endpoint, otherId, otherSecret, action, parameters, way, dialect);
    }

    Call with(String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new Call(protocol, endpoint, id, secret, action, more, way, dialect);
    }
}
