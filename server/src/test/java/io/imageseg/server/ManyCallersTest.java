package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ManyCallersTest {
    @Test
    @Timeout(120)
    void eachOfTwoHundredAtOnceGetsAResultOrIsToldWhenToComeAgain(@TempDir Path data) throws Exception {
        Map<String, String> settings = Map.of("imageseg.queue.length", "16");
        try (TestServer server = TestServer.start(data, settings, RedIsSalient::new);
                ImageHost images = new ImageHost();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            String photo = images.put("photo.png", Photos.png());
            List<Future<Reply>> replies = new ArrayList<>();
            for (int caller = 0; caller < 200; caller++) {
                RpcCall call = server.call("SegmentCommodity").with("ImageURL", photo);
                replies.add(callers.submit(call::get));
            }
            int served = 0;
            for (Future<Reply> reply : replies) {
                served += isServed(reply.get()) ? 1 : 0;
            }
            assertThat(served).as("as many as there are places, at least").isGreaterThanOrEqualTo(17);
            assertThat(server.results()).hasSize(served);
            assertThat(images.requests())
                    .as("who got no place had nothing fetched")
                    .isEqualTo(served);
        }
    }

    private static boolean isServed(Reply reply) {
        if (reply.status() == 200) {
            return true;
        }
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.failure().code()).isEqualTo("ServiceUnavailable");
        assertThat(reply.header("Retry-After")).matches("[1-9][0-9]*");
        return false;
    }
}
