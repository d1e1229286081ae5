package io.imageseg.segment;

import io.imageseg.image.Cutout;
import io.imageseg.image.Matte;
import io.imageseg.image.NativeCodecs;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.model.ModelException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All capabilities over one set of networks, which load beside whoever opens this. Safe for several threads; so many cuts as
 * {@link #atATime} tells are made at the same time, and others wait.
 */
public final class Segmentation implements AutoCloseable {
    private final AtomicInteger cutting = new AtomicInteger();
    private final LoadingNetworks networks;

    /** The first is taken where it is free: the memory of another is not touched before it is needed. */
    private final BlockingQueue<Lane> free = new PriorityBlockingQueue<>(2, Comparator.comparingInt(Lane::number));

    private final CompletableFuture<Integer> atATime;
    private final Loading<Boolean> codecs;

    /** The same with the built-in methods alone. */
    public Segmentation(Networks networks) {
        this(networks, OwnNetworks.NONE);
    }

    /** Starts to load; whoever cuts first waits for what it needs. */
    public Segmentation(Networks networks, OwnNetworks own) {
        Executor queue = Loading.queue();
        LoadingNetworks loading = LoadingNetworks.start(networks, own, () -> cutting.get() <= 1, queue);
        this.networks = loading;
        free.add(new Lane(loading, 0));
        atATime = loading.twins().thenApply(twins -> {
            IntStream.range(1, twins).forEach(number -> free.add(new Lane(loading, number)));
            return twins;
        });
        codecs = Loading.start(
                () -> {
                    NativeCodecs.warmUp();
                    return true;
                },
                queue);
    }

    /** Completes, when everything is loaded, with how many cuts are made at the same time; until then it is one. */
    public CompletableFuture<Integer> atATime() {
        return atATime.copy();
    }

    /** Whether everything is loaded that does not wait for those who need it, and nothing is broken. */
    public boolean isReady() {
        return codecs.isDone() && networks.areReady();
    }

    /** Tells of every network that is loaded, now or later, and of every run from now on. */
    public void listen(NetworkListener listener) {
        networks.listen(listener);
    }

    /** Tells of every network that cannot be loaded, now or later. */
    public void whenBroken(Consumer<ModelException> listener) {
        networks.whenBroken(listener);
    }

    private <T> T inLane(Function<Lane, T> cut) {
        Lane lane = free.poll();
        if (lane == null) {
            try {
                lane = free.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while others cut");
            }
        }
        cutting.incrementAndGet();
        try {
            return cut.apply(lane);
        } finally {
            cutting.decrementAndGet();
            free.add(lane);
        }
    }

    /**
     * The subject, of the picture's size, owned by the caller; empty when nothing stands out.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public Optional<Cutout> cutSubject(Picture picture, SubjectChoice choice) {
        return inLane(lane -> lane.cutSubject(picture, choice));
    }

    /**
     * All people, of the picture's size, owned by the caller; empty when there is nobody.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public Optional<Cutout> cutPeople(Picture picture) {
        return inLane(lane -> lane.cutPeople(picture));
    }

    /**
     * A part of every person's head, cropped, from left to right, owned by the caller; none when no face is seen.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public List<PlacedCutout> cutHeads(Picture picture, HeadPart part) {
        return inLane(lane -> lane.cutHeads(picture, part));
    }

    /**
     * The parts of the only face, or why there are none; owned by the caller.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public FaceParse parseFace(Picture picture) {
        return inLane(lane -> lane.parseFace(picture));
    }

    /**
     * A coarse mask with the picture's edges, of the picture's size, owned by the caller.
     *
     * @param coarse as {@link MaskRefiner#refine} describes it
     * @throws ModelException if a network cannot be loaded or run
     */
    public Matte refineMask(Picture picture, Matte coarse) {
        return inLane(lane -> lane.refineMask(picture, coarse));
    }

    /**
     * All vehicles, each in its place, largest first, owned by the caller; none when no vehicle is seen.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public List<PlacedCutout> cutVehicles(Picture picture) {
        return inLane(lane -> lane.cutVehicles(picture));
    }

    /**
     * All pieces of furniture, each in its place, largest first, owned by the caller; a piece of no class that the
     * detector knows only if it is what the picture is of; none when there is none.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public List<PlacedCutout> cutFurniture(Picture picture) {
        return inLane(lane -> lane.cutFurniture(picture));
    }

    /** Waits for what still loads: a process that ends while ONNX Runtime loads a network crashes. */
    @Override
    public void close() {
        networks.close();
    }
}
