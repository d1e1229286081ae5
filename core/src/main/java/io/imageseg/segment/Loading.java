package io.imageseg.segment;

import io.imageseg.model.ModelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that loads beside whoever started it.
 *
 * @param future completes when it is there
 */
record Loading<T>(CompletableFuture<T> future) {
    private static final Executor LOADERS =
            task -> Thread.ofPlatform().name("load-networks").daemon().start(task);

    static <T> Loading<T> start(Supplier<T> source) {
        return new Loading<>(CompletableFuture.supplyAsync(source, LOADERS));
    }

    boolean isDone() {
        return future.isDone() && !future.isCompletedExceptionally();
    }

    /**
     * What was loaded, waited for if need be.
     *
     * @throws ModelException if it could not be loaded
     */
    T get() {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw failure(e);
        }
    }

    /** Tells if it cannot be loaded, now or later. */
    void whenBroken(Consumer<ModelException> listener) {
        CompletableFuture<T> _ = future.whenComplete((_, failure) -> {
            if (failure != null) {
                listener.accept(failure(failure));
            }
        });
    }

    private static ModelException failure(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() instanceof ModelException model
                ? model
                : new ModelException("a network cannot be loaded", failure);
    }
}
