package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.model.Network;
import io.imageseg.model.OnnxRuntimeNetwork;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Callers who leave at any time: before their images are fetched, while they wait, while a native engine runs for them. */
@Timeout(120)
class LeavingCallersTest {
    private static final int CALLERS = 60;

    @TempDir
    private Path data;

    @Test
    void theNextIsServedRightAndNoPlaceIsLost() throws Exception {
        // The places of those who left are given back when their turn comes, and not before.
        Map<String, String> settings = Map.of("imageseg.queue.length", Integer.toString(CALLERS));
        try (Network engine = new OnnxRuntimeNetwork(RednessNetwork.write(data.resolve("redness.onnx")), 1);
                TestServer server = TestServer.start(data, settings, () -> new RedIsSalient(() -> run(engine)));
                ImageHost images = new ImageHost()) {
            RpcCall first = server.call("SegmentCommodity").with("ImageURL", images.put("photo.png", Photos.png()));
            byte[] right = Reply.toGet(first.get().imageUrl()).body();
            leave(server, images);
            RpcCall next = server.call("SegmentCommodity").with("ImageURL", images.put("photo.png", Photos.png()));
            assertThat(Reply.toGet(next.get().imageUrl()).body()).isEqualTo(right);
            Metrics metrics = Metrics.of(server);
            while (metrics.value("imageseg_calls_active") > 0) {
                Thread.sleep(5);
                metrics = Metrics.of(server);
            }
            assertThat(metrics.value("imageseg_queue_places_taken")).isZero();
            assertThat(metrics.series().keySet()).noneMatch(series -> series.contains("InternalError"));
        }
    }

    /** Ten at a time, so that some wait for others. */
    private static void leave(TestServer server, ImageHost images) {
        Random random = new Random(8);
        try (ExecutorService callers = Executors.newFixedThreadPool(10)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                int patience = random.nextInt(80);
                String target = server.call("SegmentCommodity")
                        .with("ImageURL", images.put("photo.png", Photos.png()))
                        .target();
                callers.submit(() -> {
                    try (RawHttp http = new RawHttp(server.port())) {
                        http.send(RawHttp.request(server.port(), target, "keep-alive"));
                        Thread.sleep(patience);
                    }
                    return patience;
                });
            }
        }
    }

    private static void run(Network engine) {
        for (int i = 0; i < 10; i++) {
            engine.input(1, 3, 128, 128);
            engine.run("redness");
        }
    }
}
