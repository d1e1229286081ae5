package io.imageseg.server;

import io.imageseg.model.BundledNetwork;
import io.imageseg.model.Engine;
import io.imageseg.model.NetworkFile;
import io.imageseg.segment.NetworkListener;
import io.imageseg.segment.Segmentation;
import io.imageseg.server.console.Health;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The networks of a segmentation as they are loaded. */
final class LoadedNetworks implements Machine, NetworkListener {
    private static final String ISNET = "isnet";

    private final BooleanSupplier ready;
    private final CompletableFuture<Integer> atATime;
    private final Map<String, Engine> engines = new ConcurrentSkipListMap<>();

    private LoadedNetworks(BooleanSupplier ready, CompletableFuture<Integer> atATime) {
        this.ready = ready;
        this.atATime = atATime;
    }

    static LoadedNetworks of(Segmentation segmentation) {
        LoadedNetworks networks = new LoadedNetworks(segmentation::isReady, segmentation.atATime());
        segmentation.listen(networks);
        return networks;
    }

    @Override
    public void loaded(String network, Engine engine) {
        engines.put(network, engine);
    }

    @Override
    public boolean isReady() {
        return ready.getAsBoolean();
    }

    @Override
    public CompletableFuture<Integer> atATime() {
        return atATime;
    }

    @Override
    public Optional<Health.Engine> engine() {
        return Optional.ofNullable(engines.get(ISNET))
                .map(engine -> new Health.Engine(engine.name(), engine.version(), engine.precision(), engine.device()));
    }

    @Override
    public List<Health.Net> networks() {
        Set<String> shipped = Shipped.NETWORKS.stream().map(Known::heard).collect(Collectors.toSet());
        Stream<Known> own = engines.keySet().stream()
                .filter(name -> !shipped.contains(name))
                .map(name -> new Known(name, name, "", "", ""));
        return Stream.concat(Shipped.NETWORKS.stream(), own)
                .map(known -> known.net(engines.containsKey(known.heard)))
                .toList();
    }

    /** @param heard by which name listeners hear of it */
    private record Known(String heard, String name, String version, String licence, String sha256) {
        Health.Net net(boolean loaded) {
            return new Health.Net(name, version, licence, sha256, loaded);
        }
    }

    /** Those that set-up and the library bring. They are hashed once, when somebody first asks for them. */
    private static final class Shipped {
        private static final List<Known> NETWORKS = Stream.concat(
                        Stream.of(known(NetworkFile.ISNET)),
                        Arrays.stream(BundledNetwork.values()).map(Shipped::known))
                .toList();

        private static Known known(NetworkFile file) {
            return new Known(ISNET, file.name(), file.version(), file.licence(), file.sha256());
        }

        private static Known known(BundledNetwork bundled) {
            String name = bundled.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Known(name, name, bundled.version(), bundled.licence(), bundled.sha256());
        }
    }
}
