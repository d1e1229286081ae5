package io.imageseg.server;

import io.imageseg.model.BundledNetwork;
import io.imageseg.model.Engine;
import io.imageseg.model.NetworkFile;
import io.imageseg.segment.NetworkListener;
import io.imageseg.segment.Segmentation;
import io.imageseg.server.console.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/** The networks of a segmentation as they are loaded. */
final class LoadedNetworks implements Machine, NetworkListener {
    private static final String ISNET = "isnet";

    private final BooleanSupplier ready;
    private final Map<String, Engine> engines = new ConcurrentSkipListMap<>();

    private LoadedNetworks(BooleanSupplier ready) {
        this.ready = ready;
    }

    static LoadedNetworks of(Segmentation segmentation) {
        LoadedNetworks networks = new LoadedNetworks(segmentation::isReady);
        segmentation.listen(networks);
        return networks;
    }

    @Override
    public void loaded(String network, Engine engine) {
        engines.put(network, engine);
    }

    @Override
    public void ran(String network, Duration took) {
        // What runs take is measured elsewhere.
    }

    @Override
    public boolean isReady() {
        return ready.getAsBoolean();
    }

    @Override
    public Optional<Health.Engine> engine() {
        return Optional.ofNullable(engines.get(ISNET))
                .map(engine -> new Health.Engine(engine.name(), engine.version(), engine.precision(), engine.device()));
    }

    @Override
    public List<Health.Net> networks() {
        List<Health.Net> networks = new ArrayList<>();
        NetworkFile isnet = NetworkFile.ISNET;
        networks.add(net(ISNET, isnet.name(), isnet.version(), isnet.licence(), isnet.sha256()));
        Arrays.stream(BundledNetwork.values())
                .map(bundled ->
                        net(name(bundled), name(bundled), bundled.version(), bundled.licence(), bundled.sha256()))
                .forEach(networks::add);
        List<String> known =
                Arrays.stream(BundledNetwork.values()).map(LoadedNetworks::name).toList();
        engines.keySet().stream()
                .filter(name -> !name.equals(ISNET) && !known.contains(name))
                .map(own -> net(own, own, "", "", ""))
                .forEach(networks::add);
        return networks;
    }

    private Health.Net net(String heard, String name, String version, String licence, String sha256) {
        return new Health.Net(name, version, licence, sha256, engines.containsKey(heard));
    }

    private static String name(BundledNetwork bundled) {
        return bundled.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
