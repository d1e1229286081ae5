package io.imageseg.segment;

import io.imageseg.model.ModelException;
import io.imageseg.model.Network;
import io.imageseg.own.ClassFormat;
import io.imageseg.own.OwnFormat;
import io.imageseg.own.ThingFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The networks of a segmentation, each with its twins, as they load beside whoever opens this. */
record LoadingNetworks(
        Loading<List<HeardNetwork>> isnet,
        Loading<List<HeardNetwork>> selfie,
        Loading<List<HeardNetwork>> nanodet,
        Loading<List<HeardNetwork>> centerface,
        Loading<List<HeardNetwork>> faceMesh,
        Optional<OwnNetwork.Slot<ClassFormat>> hair,
        Optional<OwnNetwork.Slot<ClassFormat>> faceParsing,
        Optional<OwnNetwork.Slot<ThingFormat>> things,
        List<NetworkListener> listeners) {
    /**
     * So long the small networks wait for those who need them. To load them takes more work than to load IS-Net, and the first
     * call is not to wait for what it may not need.
     */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    /**
     * Starts to load.
     *
     * @param queue where what loads takes its turn
     */
    static LoadingNetworks start(Networks networks, OwnNetworks own, BooleanSupplier alone, Executor queue) {
        Start start = new Start(new CopyOnWriteArrayList<>(), alone, queue);
        return new LoadingNetworks(
                start.load("isnet", networks.isnet()),
                start.later("selfie", networks.selfie()),
                start.later("nanodet", networks.nanodet()),
                start.later("centerface", networks.centerface()),
                start.later("face-mesh", networks.faceMesh()),
                own.hair().map(network -> start.load("hair", network)),
                own.faceParsing().map(network -> start.load("face-parsing", network)),
                own.things().map(network -> start.load("things", network)),
                start.listeners);
    }

    private record Start(List<NetworkListener> listeners, BooleanSupplier alone, Executor queue) {
        Loading<List<HeardNetwork>> load(String name, Supplier<Network> source) {
            return Loading.start(source(name, source), queue);
        }

        Loading<List<HeardNetwork>> later(String name, Supplier<Network> source) {
            return Loading.later(source(name, source), SETTLING, queue);
        }

        Supplier<List<HeardNetwork>> source(String name, Supplier<Network> source) {
            return () -> source.get().twins(alone).stream()
                    .map(twin -> new HeardNetwork(name, twin, listeners))
                    .toList();
        }

        <F extends OwnFormat> OwnNetwork.Slot<F> load(String name, OwnNetwork<F> network) {
            return new OwnNetwork.Slot<>(load(name, network::open), network.format());
        }
    }

    private List<Loading<List<HeardNetwork>>> all() {
        return Stream.concat(
                        Stream.of(isnet, selfie, nanodet, centerface, faceMesh),
                        Stream.of(hair, faceParsing, things)
                                .flatMap(Optional::stream)
                                .<Loading<List<HeardNetwork>>>map(OwnNetwork.Slot::network))
                .toList();
    }

    boolean areReady() {
        return all().stream().noneMatch(Loading::isWanting);
    }

    void listen(NetworkListener listener) {
        listeners.add(listener);
        all().forEach(loading -> {
            CompletableFuture<Void> _ = loading.future().thenAccept(twins -> {
                HeardNetwork first = twins.getFirst();
                listener.loaded(first.name(), first.engine());
            });
        });
    }

    void whenBroken(Consumer<ModelException> listener) {
        all().forEach(network -> network.whenBroken(listener));
    }

    /** Completes, when all are loaded, with how many twins each has at least. */
    CompletableFuture<Integer> twins() {
        List<CompletableFuture<List<HeardNetwork>>> futures =
                all().stream().map(Loading::future).toList();
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(_ -> futures.stream()
                        .mapToInt(future -> future.join().size())
                        .min()
                        .orElseThrow());
    }

    /** Closes what was loaded, after what still loads. */
    void close() {
        all().forEach(network -> network.end(twins -> twins.forEach(Network::close)));
    }
}
