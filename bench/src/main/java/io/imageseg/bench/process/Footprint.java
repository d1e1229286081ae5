package io.imageseg.bench.process;

/**
 * What a process and its descendants take.
 *
 * @param residentKib memory that is in the machine's, VmRSS, in KiB
 * @param descriptors open files, connections and the like
 * @param threads of the system
 */
public record Footprint(long residentKib, int descriptors, int threads) {
    static final Footprint NONE = new Footprint(0, 0, 0);

    Footprint and(Footprint other) {
        return new Footprint(residentKib + other.residentKib, descriptors + other.descriptors, threads + other.threads);
    }

    /** In MiB. */
    public double residentMib() {
        return residentKib / 1024.0;
    }
}
