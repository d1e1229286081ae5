package io.imageseg.segment;

import io.imageseg.model.ModelException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that loads beside whoever asked for it. */
final class Loading<T> {
    private static final Executor LOADERS =
            task -> Thread.ofPlatform().name("load-networks").daemon().start(task);

    private final Supplier<T> source;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    private Loading(Supplier<T> source) {
        this.source = source;
    }

    /** Begins at once. */
    static <T> Loading<T> start(Supplier<T> source) {
        Loading<T> loading = new Loading<>(source);
        loading.begin();
        return loading;
    }

    /** Begins when it is asked for, and after a while all the same. */
    static <T> Loading<T> later(Supplier<T> source, Duration delay) {
        Loading<T> loading = new Loading<>(source);
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                .execute(loading::begin);
        return loading;
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            future.completeAsync(source, LOADERS);
        }
    }

    /** Completes when it is there. */
    CompletableFuture<T> future() {
        return future;
    }

    /** Waits for it if it loads; if not, it never will. */
    void end(Consumer<T> closing) {
        if (begun.compareAndSet(false, true)) {
            future.cancel(false);
        }
        boolean _ = future.thenAccept(closing).handle((_, _) -> true).join();
    }

    boolean isDone() {
        return future.isDone() && !isBroken();
    }

    boolean isBroken() {
        return future.isCompletedExceptionally();
    }

    /**
     * What was loaded, waited for if need be.
     *
     * @throws ModelException if it could not be loaded, or never will be
     */
    T get() {
        begin();
        try {
            return future.join();
        } catch (CompletionException | CancellationException e) {
            throw failure(e);
        }
    }

    /** Tells if it cannot be loaded, now or later. */
    void whenBroken(Consumer<ModelException> listener) {
        CompletableFuture<T> _ = future.whenComplete((_, failure) -> {
            if (failure != null && !future.isCancelled()) {
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
