package io.imageseg.bench.peer;

import io.imageseg.bench.call.Call;
import io.imageseg.bench.call.Key;
import io.imageseg.bench.call.PhotoHost;
import io.imageseg.bench.call.Reply;
import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.process.Child;
import io.imageseg.bench.process.Imageseg;
import io.imageseg.bench.process.Installation;
import io.imageseg.model.EngineChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * imageseg: a signed SegmentCommonImage about a photo on a web server, then its result.
 *
 * @param data its folder, which a start leaves to the next
 * @param addresses where the photos are, filled as they are asked for
 */
record Ours(
        Installation installation,
        EngineChoice.Kind engine,
        Path data,
        Key key,
        PhotoHost host,
        Map<Photo, String> addresses)
        implements CutServer {

    Ours(Installation installation, EngineChoice.Kind engine, Path data, PhotoHost host)
            throws IOException, InterruptedException {
        this(installation, engine, data, Key.in(data), host, new ConcurrentHashMap<>());
    }

    @Override
    public String description() {
        return "imageseg with --engine " + engine;
    }

    @Override
    public Running start() throws IOException {
        return new Serving(Imageseg.start(installation, engine, data, key, List.of("--limits", "open")));
    }

    private final class Serving implements Running {
        private final Imageseg server;

        Serving(Imageseg server) {
            this.server = server;
        }

        @Override
        public byte[] cut(Photo photo) throws IOException, InterruptedException {
            String address = addresses.computeIfAbsent(photo, host::put);
            Reply reply = server.client().call(Call.of("SegmentCommonImage", address));
            if (!reply.isOk()) {
                throw new IOException("imageseg answered %s about %s".formatted(reply.code(), photo.name()));
            }
            return Png.check("imageseg", server.client().fetch(reply.results().getFirst()));
        }

        @Override
        public Child child() {
            return server.child();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
