package io.imageseg.server;

import io.imageseg.server.api.Operation;
import io.imageseg.server.api.Service;
import io.imageseg.server.console.CallDesk;
import io.imageseg.server.console.Door;
import io.imageseg.server.console.FileDesk;
import io.imageseg.server.console.Health;
import io.imageseg.server.console.OperatorDesk;
import io.imageseg.server.http.ConsoleRoutes;
import io.imageseg.server.http.HttpLimits;
import io.imageseg.server.http.Origin;
import io.imageseg.server.http.Routes;
import io.imageseg.server.job.InferenceGate;
import io.imageseg.server.operator.KeyDesk;
import io.imageseg.server.upload.Uploads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The console of a server, put together.
 *
 * @param door who is let in
 * @param operations all that can be called
 */
record Console(
        Door door,
        List<Operation> operations,
        Service service,
        Uploads uploads,
        KeyDesk keys,
        Storage storage,
        InferenceGate gate,
        Machine machine,
        Clock clock) {

    Routes routes(Origin origin, HttpLimits limits) {
        CallDesk calls = new CallDesk(service, operations);
        Instant started = clock.instant();
        OperatorDesk operator = new OperatorDesk(keys, storage.jobs(), () -> health(started));
        return new ConsoleRoutes(door, operations, calls, new FileDesk(calls, uploads), operator, origin, limits);
    }

    private Health health(Instant started) {
        return new Health(
                machine.isReady(),
                Version.CURRENT,
                Duration.between(started, clock.instant()).toSeconds(),
                new Health.Queue(gate.waiting(), gate.places() - 1),
                machine.engine().orElse(null),
                machine.networks());
    }
}
