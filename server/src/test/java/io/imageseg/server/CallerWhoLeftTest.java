package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Callers on connections of their own, who wait behind a first call while the network is held. */
@Timeout(120)
class CallerWhoLeftTest {
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TestServer server;
    private ImageHost images;
    private Future<Reply> first;

    @BeforeEach
    void aFirstCallHoldsTheNetwork(@TempDir Path data) throws Exception {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        accessLog().addAppender(log);
        images = new ImageHost();
        server = TestServer.start(data, Map.of(), () -> new RedIsSalient(this::hold));
        first = callers.submit(() -> call().get());
        begun.await();
    }

    private void hold() {
        runs.incrementAndGet();
        begun.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Logger accessLog() {
        return (Logger) LoggerFactory.getLogger("imageseg.access");
    }

    @AfterEach
    void stop() {
        accessLog().detachAppender(log);
        mayGoOn.countDown();
        callers.close();
        server.close();
        images.close();
    }

    private RpcCall call() {
        return server.call("SegmentCommodity").with("ImageURL", images.put("photo.png", Photos.png()));
    }

    /** Waits until the server has asked for so many images: each belongs to a call that goes on to the queue. */
    private void fetched(int count) throws InterruptedException {
        while (images.requests() < count) {
            Thread.sleep(5);
        }
    }

    @Test
    void theWorkOfACallerWhoLeftIsNotBegun() throws Exception {
        try (RawHttp leaving = new RawHttp(server.port())) {
            leaving.send(RawHttp.request(server.port(), call().target(), "keep-alive"));
            fetched(2);
        }
        mayGoOn.countDown();
        assertThat(first.get().status()).isEqualTo(200);
        while (log.list.stream().noneMatch(line -> line.getFormattedMessage().contains("code=Timeout"))) {
            Thread.sleep(5);
        }
        assertThat(runs).as("two looks for the first").hasValue(2);
        assertThat(server.results()).hasSize(1);
    }

    @Test
    void aNextRequestThatIsAlreadySentIsServedToo() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(RawHttp.request(server.port(), call().target(), "keep-alive"));
            fetched(2);
            http.send(RawHttp.request(server.port(), call().target(), "keep-alive"));
            http.send(RawHttp.request(server.port(), call().target(), "close"));
            mayGoOn.countDown();
            assertThat(http.rest().split("HTTP/1.1 200 OK", -1)).hasSize(4);
        }
        assertThat(server.results()).hasSize(4);
    }

    @Test
    void requestsSentInOnePieceAreAllServed() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            String one = RawHttp.request(server.port(), call().target(), "keep-alive");
            String two = RawHttp.request(server.port(), call().target(), "close");
            http.send(one + two);
            mayGoOn.countDown();
            assertThat(http.rest().split("HTTP/1.1 200 OK", -1)).hasSize(3);
        }
    }
}
