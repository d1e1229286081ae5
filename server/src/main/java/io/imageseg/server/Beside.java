package io.imageseg.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A part that a thread of its own makes while others are made, so that a start is shorter where there are cores for it. Closing
 * waits for it and closes it.
 */
final class Beside<T extends AutoCloseable> implements AutoCloseable {
    private final CompletableFuture<T> part;

    private Beside(CompletableFuture<T> part) {
        this.part = part;
    }

    /** Begins to make it. */
    static <T extends AutoCloseable> Beside<T> make(String name, Supplier<T> source) {
        return new Beside<>(CompletableFuture.supplyAsync(
                source, task -> Thread.ofPlatform().name(name).daemon().start(task)));
    }

    /** The part, waited for; what went wrong as it was made is thrown here. */
    T get() {
        try {
            return part.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    @Override
    public void close() throws Exception {
        boolean made = part.handle((_, failure) -> failure == null).join();
        if (made) {
            part.join().close();
        }
    }
}
