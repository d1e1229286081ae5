package io.imageseg.server.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server does.
 *
 * @param ready whether all networks are loaded
 * @param engine what runs the largest network; null as long as it is not known
 */
public record Health(
        boolean ready,
        String version,
        long uptimeSeconds,
        Queue queue,
        @Nullable Engine engine,
        List<Net> networks) {
    /**
     * The queue before the inferences at a time.
     *
     * @param waiting calls that prepare or wait beside those that run
     * @param length how many may
     */
    public record Queue(int waiting, int length) {}

    /** What runs networks, by its own names. */
    public record Engine(String name, String version, String precision, String device) {}

    /**
     * A network.
     *
     * @param version of the package that it comes from; empty, like what follows, for one of the user's own
     * @param sha256 of its file, in hex
     */
    public record Net(String name, String version, String licence, String sha256, boolean loaded) {}
}
