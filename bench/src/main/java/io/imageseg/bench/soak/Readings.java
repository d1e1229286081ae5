package io.imageseg.bench.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a server took as much after its last request as when it had warmed up: after request 200, or a fifth of all
 * where that is less.
 *
 * @param all in order; the last is the end
 */
record Readings(List<Reading> all) {
    /** The most that resident memory may have grown by, as a part of what it was. */
    static final double MOST_GROWTH = .05;

    /** So many descriptors or threads come and go: kept connections, the virtual machine's compilers. */
    static final int WOBBLE = 2;

    private static final int WARM = 200;

    Readings {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("nothing was read");
        }
        all = List.copyOf(all);
    }

    /** The one that the last is compared with. */
    Reading base() {
        int warm = Math.min(WARM, all.getLast().requests() / 5);
        return all.stream()
                .filter(reading -> reading.requests() >= warm)
                .findFirst()
                .orElseThrow();
    }

    /** Of resident memory since then; negative where it shrank. */
    double growth() {
        double before = base().footprint().residentKib();
        return (all.getLast().footprint().residentKib() - before) / before;
    }

    /** What has grown beyond what is allowed, each as a sentence; nothing where the server keeps its size. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        Reading base = base();
        Reading last = all.getLast();
        if (growth() > MOST_GROWTH) {
            complaints.add("resident memory grew by %.1f %% since request %d; at most %.1f %% is allowed"
                    .formatted(growth() * 100, base.requests(), MOST_GROWTH * 100));
        }
        grown("descriptors", base.footprint().descriptors(), last.footprint().descriptors(), complaints);
        grown("threads", base.footprint().threads(), last.footprint().threads(), complaints);
        return complaints;
    }

    private static void grown(String what, int before, int now, List<String> complaints) {
        if (now > before + WOBBLE) {
            complaints.add("%s grew from %d to %d; %d more are allowed".formatted(what, before, now, WOBBLE));
        }
    }
}
