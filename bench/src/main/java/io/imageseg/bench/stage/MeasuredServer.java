package io.imageseg.bench.stage;

import io.imageseg.bench.call.ApiClient;
import io.imageseg.bench.call.Key;
import io.imageseg.bench.process.Installation;
import io.imageseg.bench.process.TemporaryFolder;
import io.imageseg.model.EngineChoice;
import io.imageseg.model.Precision;
import io.imageseg.segment.Networks;
import io.imageseg.segment.Segmentation;
import io.imageseg.server.ImagesegServer;
import io.imageseg.server.Settings;
import io.imageseg.server.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A server in this process, over HTTP like any other; its networks' runs are timed. */
final class MeasuredServer implements AutoCloseable {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final NetworkTime networks = new NetworkTime();
    private final TemporaryFolder data = TemporaryFolder.make();
    private final Segmentation segmentation;
    private final ImagesegServer server;
    private final ApiClient client;

    /** @param chosen hears which engine runs IS-Net */
    MeasuredServer(Installation installation, EngineChoice.Kind kind, Consumer<String> chosen)
            throws IOException, InterruptedException {
        Settings settings = SettingsReader.read(
                Optional.empty(),
                Map.of("imageseg.port", "0", "imageseg.source.allow", "127.0.0.1/32", "imageseg.limits", "open"));
        EngineChoice engine = installation.engine(kind, Precision.AUTO);
        segmentation = new Segmentation(Networks.bundledWith(() -> engine.open(installation.isnet(), chosen), CORES));
        segmentation.listen(networks);
        Key key = Key.in(data.path());
        server = new ImagesegServer(settings, data.path(), segmentation, Clock.systemUTC());
        client = new ApiClient(ApiClient.newHttp(), URI.create("http://127.0.0.1:%d/".formatted(server.port())), key);
    }

    ApiClient client() {
        return client;
    }

    /** How long networks ran since the question before. */
    NetworkTime networks() {
        return networks;
    }

    @Override
    public void close() {
        server.close();
        segmentation.close();
        data.close();
    }
}
