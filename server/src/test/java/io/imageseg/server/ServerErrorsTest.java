package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.model.ModelException;
import io.imageseg.model.Network;
import io.imageseg.server.auth.AccessKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of the error table that depend on what happened to the server before or happens to it now. */
class ServerErrorsTest {
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
    void refusesANonceThatWasUsedAlsoAfterARestart() throws Exception {
        AdjustableClock clock = new AdjustableClock();
        String nonce = "the same";
        try (TestServer server = TestServer.start(data, clock)) {
            assertThat(call(server).with("SignatureNonce", nonce).get().status())
                    .isEqualTo(200);
            refusesNonce(server, nonce);
        }
        try (TestServer server = TestServer.start(data, clock)) {
            refusesNonce(server, nonce);
            assertThat(call(server).with("SignatureNonce", nonce + " not").get().status())
                    .isEqualTo(200);
            AccessKey other = server.server().keys().create();
            RpcCall others = server.call("SegmentCommodity", other).with("ImageURL", images.address("photo.png"));
            assertThat(others.with("SignatureNonce", nonce).get().status())
                    .as("another key's nonces are its own")
                    .isEqualTo(200);
        }
    }

    private void refusesNonce(TestServer server, String nonce) throws Exception {
        check(server, call(server).with("SignatureNonce", nonce), 400, "SignatureNonceUsed");
        check(server, call(server).with("SignatureNonce", nonce).with("Format", "XML"), 400, "SignatureNonceUsed");
    }

    @Test
    void refusesADisabledKey() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            AccessKey key = server.server().keys().create();
            assertThat(server.server().keys().enable(key.id(), false)).isTrue();
            check(server, server.call("SegmentCommodity", key), 403, "Unauthorized");
        }
    }

    @Test
    void saysThatAResultCouldNotBeStored() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Files.delete(server.resultsFolder());
            Files.writeString(server.resultsFolder(), "no folder");
            check(server, call(server), 400, "InvalidParameter.Transfer");
            Files.delete(server.resultsFolder());
            Files.createDirectory(server.resultsFolder());
            assertThat(call(server).get().status()).isEqualTo(200);
        }
    }

    @Test
    void saysThatANetworkDoesNotLoad() throws Exception {
        Supplier<Network> broken = () -> {
            throw new IllegalStateException("broken");
        };
        try (TestServer server = TestServer.start(data, Map.of(), broken)) {
            check(server, call(server), 500, "InternalError.Model");
            assertThat(Reply.toGet(server.address() + "health/ready").status()).isEqualTo(503);
        }
    }

    @Test
    void answersWhateverIsThrown() throws Exception {
        answersTo(new StackOverflowError("a test"), "InternalError");
        answersTo(new OutOfMemoryError("a test"), "InternalError.Env");
        answersTo(new UncheckedIOException(new IOException("a test")), "InternalError.Env");
        answersTo(new ModelException("a test", new IOException("a test")), "InternalError.Model");
        answersTo(new ArithmeticException("a test"), "InternalError.Algo");
    }

    /** Twice, since the only place must have been given back. */
    private void answersTo(Throwable thrown, String code) throws Exception {
        Supplier<Network> broken = () -> new RedIsSalient(() -> {
            switch (thrown) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new AssertionError(thrown);
            }
        });
        try (TestServer server = TestServer.start(data, Map.of("imageseg.queue.length", "0"), broken)) {
            check(server, call(server), 500, code);
            check(server, call(server), 500, code);
        }
    }

    private RpcCall call(TestServer server) {
        return server.call("SegmentCommodity").with("ImageURL", images.put("photo.png", Photos.png()));
    }

    private static void check(TestServer server, RpcCall call, int status, String code) throws Exception {
        Reply reply = call.get();
        Reply.Failure failure = reply.text().startsWith("<") ? reply.xmlFailure() : reply.failure();
        assertThat(failure.code()).as(failure.message()).isEqualTo(code);
        assertThat(failure.status()).isEqualTo(status);
        ErrorRow.checkSender(server, failure);
    }
}
