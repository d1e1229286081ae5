package io.imageseg.conformance;

import java.util.Map;
import java.util.TreeMap;

/** One of the manners of calling that a client can be set to. */
record Dialect(String name, Map<String, String> options) {
    static final Dialect USUAL = new Dialect("as it does by itself", Map.of());

    static Dialect of(String... namesAndValues) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Dialect(String.join(" ", options.values()), options);
    }

    @Override
    public String toString() {
        return name;
    }
}
