package io.imageseg.bench.stage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of a call went, in milliseconds.
 *
 * @param whole from sending the call to the last byte of its last result
 * @param results of that, after the answer: fetching the results
 * @param network of that, all networks' runs
 * @param stages as the server's access log has them, whole milliseconds
 */
record CallTimes(double whole, double results, double network, Map<String, Double> stages) {
    /** All by name, in the order of a call. */
    Map<String, Double> byName() {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("whole", whole);
        all.putAll(stages);
        all.put("results", results);
        all.put("networks", network);
        return all;
    }
}
