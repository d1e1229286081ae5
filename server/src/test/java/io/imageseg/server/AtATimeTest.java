package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How many calls are cut at the same time, where the networks allow two. */
@Timeout(120)
class AtATimeTest {
    @TempDir
    private Path data;

    @Test
    void twoUnlessTheSettingsSayOtherwise() throws Exception {
        assertThat(mostAtATime(Map.of())).isEqualTo(2);
    }

    @Test
    void oneWhereTheSettingsSayOne() throws Exception {
        assertThat(mostAtATime(Map.of("imageseg.queue.at-a-time", "1"))).isEqualTo(1);
    }

    /** Of six calls that are made at once. */
    private int mostAtATime(Map<String, String> settings) throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Runnable slow = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            pause();
            running.decrementAndGet();
        };
        try (ImageHost images = new ImageHost();
                TestServer server = TestServer.start(data, settings, () -> new RedIsSalient(slow, 2));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(server.atATime()).isEqualTo(2);
            String photo = images.put("photo.png", Photos.png());
            List<Future<Reply>> replies = new ArrayList<>();
            for (int caller = 0; caller < 6; caller++) {
                replies.add(callers.submit(() ->
                        server.call("SegmentCommodity").with("ImageURL", photo).get()));
            }
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().status()).isEqualTo(200);
            }
        }
        return most.get();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
