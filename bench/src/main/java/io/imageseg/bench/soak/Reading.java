package io.imageseg.bench.soak;

import io.imageseg.bench.process.Footprint;

/**
 * What the server took when it had nothing to do.
 *
 * @param requests how many it had answered
 */
record Reading(int requests, Footprint footprint) {
    static final String HEAD = "%8s  %12s  %11s  %7s".formatted("requests", "resident MiB", "descriptors", "threads");

    @Override
    public String toString() {
        return "%8d  %12.1f  %11d  %7d"
                .formatted(requests, footprint.residentMib(), footprint.descriptors(), footprint.threads());
    }
}
