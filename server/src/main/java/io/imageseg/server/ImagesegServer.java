package io.imageseg.server;

import io.imageseg.segment.Segmentation;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Operation;
import io.imageseg.server.api.Service;
import io.imageseg.server.auth.Keys;
import io.imageseg.server.console.Door;
import io.imageseg.server.console.OpenApi;
import io.imageseg.server.http.CallRoute;
import io.imageseg.server.http.Endpoint;
import io.imageseg.server.http.HttpLimits;
import io.imageseg.server.http.Listener;
import io.imageseg.server.http.OpenApiRoute;
import io.imageseg.server.http.OperatorPost;
import io.imageseg.server.http.Origin;
import io.imageseg.server.http.Routes;
import io.imageseg.server.http.UploadRoute;
import io.imageseg.server.job.InferenceGate;
import io.imageseg.server.job.JobQueue;
import io.imageseg.server.operator.KeyDesk;
import io.imageseg.server.operator.OperatorRoute;
import io.imageseg.server.operator.ServerAddress;
import io.imageseg.server.upload.PolicySeal;
import io.imageseg.server.upload.Uploads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: all parts, put together here and nowhere else, opened and closed here. */
public final class ImagesegServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImagesegServer.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Metering metering;
    private final Keys keys;
    private final int port;

    /**
     * Opens a data folder and starts listening; {@code segmentation} stays its owner's and may still be loading.
     *
     * @throws IOException if the data folder cannot be used or the address not be listened on; the message says why,
     *     and nothing stays open
     */
    public ImagesegServer(Settings settings, Path data, Segmentation segmentation, Clock clock) throws IOException {
        this(settings, data, Actions.of(settings.limits(), () -> segmentation), LoadedNetworks.of(segmentation), clock);
        metering.watch(segmentation);
    }

    /**
     * The same with actions of the caller's own.
     *
     * @param machine what they run on
     */
    public ImagesegServer(Settings settings, Path data, List<Action> actions, Machine machine, Clock clock)
            throws IOException {
        Beside<Metering> measured = owned(Beside.make("metering", () -> Metering.of(settings.metrics())));
        try {
            Storage storage = owned(Storage.open(data, settings.usage().days(), clock));
            keys = storage.keys();
            metering = measured.get();
            metering.watch(storage, machine::isReady);
            PolicySeal seal = new PolicySeal(storage.serverKey().derive("uploads"));
            InferenceGate gate = new InferenceGate(
                    settings.queue().length(), settings.queue().deadline(), metering.calls());
            metering.watch(gate);
            CompletableFuture<Void> _ = machine.atATime()
                    .thenAccept(
                            most -> gate.widen(Math.min(most, settings.queue().atATime())));
            List<Operation> operations = Actions.withCompanions(actions, storage, seal, clock);
            Door door = new Door(keys, settings.console().session(), clock);
            Calls calls = owned(Calls.open(settings, storage, operations, gate, metering.calls(), clock));
            Service service = calls.service();
            sweep(storage, calls.rates()::sweep, door::sweep);
            String instance = UUID.randomUUID().toString();
            KeyDesk desk = new KeyDesk(keys, storage.usage(), Actions.NAMES, clock);
            OperatorRoute operator =
                    new OperatorRoute(desk, storage.serverKey().derive(Operator.PURPOSE), instance, clock);
            Origin origin = new Origin(settings.publicUrl());
            HttpLimits limits = limits(settings.http());
            Uploads uploads = new Uploads(storage.uploads(), seal, clock);
            List<Routes> more = new ArrayList<>();
            more.add(new OpenApiRoute(new OpenApi(operations, Version.CURRENT), origin));
            if (settings.console().enabled()) {
                Console console = new Console(door, operations, service, uploads, desk, storage, gate, machine, clock);
                more.add(console.routes(origin, limits));
            }
            Listener listener = owned(new Listener(
                    new Endpoint(settings.host(), settings.port(), TlsSettings.read(settings.tls())),
                    limits,
                    new CallRoute(service, origin, limits),
                    new UploadRoute(uploads, origin, limits),
                    new OperatorPost(operator::answer, origin, limits),
                    storage.results(),
                    metering.route(),
                    machine::isReady,
                    more));
            port = listener.start();
            JobQueue _ = calls.jobs().get();
            AutoCloseable _ =
                    owned(ServerAddress.of(settings.host(), port, instance).announceIn(data));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void sweep(Storage storage, Runnable... more) {
        List<Runnable> sweeps = new ArrayList<>(storage.sweeps());
        Collections.addAll(sweeps, more);
        owned(new Sweeper(sweeps));
    }

    private <T extends AutoCloseable> T owned(T part) {
        opened.push(part);
        return part;
    }

    /** Bodies may take a sixteenth of the heap, since what is made of one while it is read takes several times its size. */
    private static HttpLimits limits(Settings.Http http) {
        return new HttpLimits(
                http.patience(),
                http.leastRate(),
                http.connections(),
                Runtime.getRuntime().maxMemory() / 16);
    }

    /** The port that is listened on. */
    public int port() {
        return port;
    }

    public Keys keys() {
        return keys;
    }

    /** Lets calls under way end, then closes what was opened, last first. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("A part of the server could not be closed", e);
            }
        }
    }
}
