package io.imageseg.segment;

import io.imageseg.image.Cutout;
import io.imageseg.image.NativeCodecs;
import io.imageseg.image.Picture;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.model.ModelException;
import io.imageseg.model.Network;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * All capabilities over one set of networks, which load beside whoever opens this. Cuts are made by one thread at a
 * time; {@link #isReady} may be asked by any.
 */
public final class Segmentation implements AutoCloseable {
    private static final Executor LOADERS =
            task -> Thread.ofPlatform().name("load-networks").daemon().start(task);

    private final CompletableFuture<Network> isnet;
    private final CompletableFuture<Void> codecs;

    /** Starts to load; whoever cuts first waits for what it needs. */
    public Segmentation(Supplier<Network> isnet) {
        this.isnet = CompletableFuture.supplyAsync(isnet, LOADERS);
        codecs = CompletableFuture.runAsync(NativeCodecs::warmUp, LOADERS);
    }

    /** Whether everything is loaded. */
    public boolean isReady() {
        return isLoaded(isnet) && isLoaded(codecs);
    }

    private static boolean isLoaded(CompletableFuture<?> part) {
        return part.isDone() && !part.isCompletedExceptionally();
    }

    /**
     * The subject, of the picture's size, owned by the caller; empty when nothing stands out.
     *
     * @throws ModelException if the network cannot be loaded or run
     */
    public Optional<Cutout> cutSubject(Picture picture, SubjectChoice choice) {
        return new SubjectSegmenter(loaded(), choice).cut(picture);
    }

    private Network loaded() {
        try {
            return isnet.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ModelException model
                    ? model
                    : new ModelException("a network cannot be loaded", e);
        }
    }

    @Override
    public void close() {
        CompletableFuture<Void> _ = isnet.thenAccept(Network::close);
    }
}
