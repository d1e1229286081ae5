package io.imageseg.server;

import io.imageseg.server.console.Health;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the actions of a server run on. */
@FunctionalInterface
public interface Machine {
    /** Whether calls are served at full speed. */
    boolean isReady();

    /** Completes when it is known how many calls are worked on at a time; until then it is one. */
    default CompletableFuture<Integer> atATime() {
        return CompletableFuture.completedFuture(1);
    }

    /** What runs the largest network, as soon as that is known. */
    default Optional<Health.Engine> engine() {
        return Optional.empty();
    }

    /** All networks. */
    default List<Health.Net> networks() {
        return List.of();
    }
}
