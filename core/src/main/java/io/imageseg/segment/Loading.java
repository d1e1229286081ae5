package io.imageseg.segment;

import io.imageseg.model.ModelException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that loads when its turn comes in a queue, beside whoever put it there; for whoever asks for it before, at once. */
final class Loading<T> {
    private static final Executor AT_ONCE = task -> thread().start(task);

    private final Supplier<T> source;
    private final boolean first;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    private Loading(Supplier<T> source, boolean first) {
        this.source = source;
        this.first = first;
    }

    /** Loads on all of the machine's cores but one, if it has several, so that who starts it gets on. */
    static Executor queue() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        ThreadPoolExecutor queue = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), thread().factory());
        queue.allowCoreThreadTimeOut(true);
        return queue;
    }

    private static Thread.Builder thread() {
        return Thread.ofPlatform().name("load-networks").daemon();
    }

    /** Takes its turn now. */
    static <T> Loading<T> start(Supplier<T> source, Executor queue) {
        Loading<T> loading = new Loading<>(source, true);
        queue.execute(loading::load);
        return loading;
    }

    /** Takes its turn after a while. */
    static <T> Loading<T> later(Supplier<T> source, Duration delay, Executor queue) {
        Loading<T> loading = new Loading<>(source, false);
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, queue)
                .execute(loading::load);
        return loading;
    }

    private void load() {
        if (begun.compareAndSet(false, true)) {
            future.completeAsync(source, Runnable::run);
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

    /** Whether a start is not done for it: it takes its turn at once and is not there yet, or it cannot be loaded. */
    boolean isWanting() {
        return first ? !isDone() : isBroken();
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
        if (!begun.get()) {
            AT_ONCE.execute(this::load);
        }
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
