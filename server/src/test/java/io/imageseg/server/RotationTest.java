package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.auth.AccessKey;
import io.imageseg.server.auth.Keys;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that gets another secret. A call without its image shows whether its signature was believed. */
class RotationTest {
    private final AdjustableClock clock = new AdjustableClock();

    @TempDir
    private Path data;

    private static AccessKey rotated(TestServer server, Duration grace) {
        Keys keys = server.server().keys();
        return keys.rotate(server.key().id(), grace).orElseThrow();
    }

    private static void believed(TestServer server, AccessKey key) throws Exception {
        assertThat(code(server, key)).isEqualTo("MissingImageURL");
    }

    private static void notBelieved(TestServer server, AccessKey key) throws Exception {
        assertThat(code(server, key)).isEqualTo("SignatureDoesNotMatch");
    }

    private static String code(TestServer server, AccessKey key) throws Exception {
        return server.call("SegmentCommodity", key).get().failure().code();
    }

    @Test
    void theOldSecretEndsAtOnceWithoutGrace() throws Exception {
        try (TestServer server = TestServer.start(data, clock)) {
            AccessKey fresh = rotated(server, Duration.ZERO);
            assertThat(fresh.id()).isEqualTo(server.key().id());
            assertThat(fresh.secret()).isNotEqualTo(server.key().secret());
            believed(server, fresh);
            notBelieved(server, server.key());
        }
    }

    @Test
    void bothHoldDuringTheGraceAndTheOldOneNoLonger() throws Exception {
        AccessKey old;
        AccessKey fresh;
        try (TestServer server = TestServer.start(data, clock)) {
            old = server.key();
            fresh = rotated(server, Duration.ofHours(24));
            believed(server, fresh);
            believed(server, old);
            Acs3Call acs3 = new Acs3Call(server.address(), old, clock, "SegmentCommodity");
            assertThat(acs3.post().failure().code()).isEqualTo("MissingImageURL");
            clock.advance(Duration.ofHours(24).minusSeconds(1));
        }
        try (TestServer server = TestServer.start(data, clock)) {
            believed(server, old);
            clock.advance(Duration.ofSeconds(1));
            notBelieved(server, old);
            believed(server, fresh);
            server.server().keys().sweep();
            assertThat(server.server().keys().find(old.id()).orElseThrow().old())
                    .as("it is not kept")
                    .isEmpty();
        }
    }

    @Test
    void onlyTheLastSecretHasAGrace() throws Exception {
        try (TestServer server = TestServer.start(data, clock)) {
            AccessKey second = rotated(server, Duration.ofHours(1));
            AccessKey third = rotated(server, Duration.ofHours(1));
            notBelieved(server, server.key());
            believed(server, second);
            believed(server, third);
            AccessKey fourth = rotated(server, Duration.ZERO);
            notBelieved(server, second);
            notBelieved(server, third);
            believed(server, fourth);
        }
    }

    @Test
    void theNonceOfACallIsUsedWhicheverSecretItIsSignedWith() throws Exception {
        try (TestServer server = TestServer.start(data, clock)) {
            AccessKey fresh = rotated(server, Duration.ofHours(1));
            RpcCall first = server.call("SegmentCommodity", fresh).with("SignatureNonce", "same");
            assertThat(first.get().failure().code()).isEqualTo("MissingImageURL");
            RpcCall second = server.call("SegmentCommodity").with("SignatureNonce", "same");
            assertThat(second.get().failure().code()).isEqualTo("SignatureNonceUsed");
        }
    }
}
