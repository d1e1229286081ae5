package io.imageseg.bench.peer;

import io.imageseg.bench.figure.Load;
import io.imageseg.bench.figure.Samples;
import java.util.List;

/**
 * What was measured of a server.
 *
 * @param alone one client
 * @param crowd several
 * @param residentMib after its first requests
 * @param starts seconds from process start to first PNG
 */
record Score(Load alone, Load crowd, double residentMib, List<Double> starts) {
    /** In milliseconds. */
    double latency() {
        return Samples.of(alone.latencies()).median();
    }

    /** Per minute. */
    double throughput() {
        return crowd.perMinute();
    }

    /** In seconds. */
    double start() {
        return Samples.of(starts).median();
    }
}
