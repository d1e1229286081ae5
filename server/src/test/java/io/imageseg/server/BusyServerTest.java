package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.model.Network;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rows of the error table that a second caller meets while the network is busy with a first. */
@Timeout(120)
class BusyServerTest {
    private ImageHost images;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws Exception {
        images = new ImageHost();
    }

    @AfterEach
    void stop() {
        images.close();
    }

    @Test
    void saysWhenToComeAgainIfAllPlacesAreTaken() throws Exception {
        Reply reply = whileOneIsCut("PT60S", "0");
        assertThat(reply.failure().code()).isEqualTo("ServiceUnavailable");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).matches("[1-9][0-9]*");
    }

    @Test
    void givesUpWaitingAtTheDeadline() throws Exception {
        Reply reply = whileOneIsCut("PT0.2S", "5");
        assertThat(reply.failure().code()).isEqualTo("Timeout");
        assertThat(reply.failure().message()).contains("200 ms");
        assertThat(reply.status()).isEqualTo(408);
    }

    /** The answer to a second call while the network is busy with a first. */
    private Reply whileOneIsCut(String deadline, String queue) throws Exception {
        Map<String, String> settings = Map.of("imageseg.queue.deadline", deadline, "imageseg.queue.length", queue);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Supplier<Network> slow = () -> new RedIsSalient(() -> {
            begun.countDown();
            await(mayEnd);
        });
        try (TestServer server = TestServer.start(data, settings, slow);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> first = callers.submit(() -> call(server).get());
            await(begun);
            Reply second = call(server).get();
            mayEnd.countDown();
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(call(server).get().status())
                    .as("the places are given back")
                    .isEqualTo(200);
            return second;
        } finally {
            mayEnd.countDown();
        }
    }

    private RpcCall call(TestServer server) {
        return server.call("SegmentCommodity").with("ImageURL", images.put("photo.png", Photos.png()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
