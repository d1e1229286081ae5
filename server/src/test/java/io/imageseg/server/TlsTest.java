package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS beside plain HTTP on one port. */
@Timeout(120)
class TlsTest {
    @TempDir
    private Path folder;

    private TestCertificate own = new TestCertificate(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void make() throws Exception {
        own = TestCertificate.in(folder.resolve("own"), "EC");
    }

    private TestServer start(Map<String, String> settings) throws IOException {
        return TestServer.start(folder.resolve("data"), settings, RedIsSalient::new);
    }

    private static RpcCall secure(TestServer server, RpcCall call) {
        return call.at("https://127.0.0.1:%d/".formatted(server.port()));
    }

    @Test
    void theCallersSchemeIsInTheAddressesOfResults() throws Exception {
        try (TestServer server = start(own.settings());
                ImageHost images = new ImageHost()) {
            String photo = images.put("photo.png", Photos.png());
            String plain = server.call("SegmentCommodity")
                    .with("ImageURL", photo)
                    .get()
                    .imageUrl();
            String secured = secure(server, server.call("SegmentCommodity").with("ImageURL", photo))
                    .get()
                    .imageUrl();
            assertThat(plain).startsWith("http://127.0.0.1:" + server.port() + "/results/");
            assertThat(secured).startsWith("https://127.0.0.1:" + server.port() + "/results/");
            assertThat(Reply.pictureAt(plain).getWidth()).isEqualTo(96);
            assertThat(Reply.pictureAt(secured).getWidth()).isEqualTo(96);
        }
    }

    /** As client libraries do: everything by TLS, and then a plain address on the same host and port. */
    @Test
    void aFileSentByTlsIsNamedByAPlainAddress() throws Exception {
        try (TestServer server = start(own.settings())) {
            Upload upload = Upload.with(Upload.leave(secure(server, server.call("AuthorizeFileUpload"))));
            Reply sent = upload.byTls().send();
            assertThat(sent.status()).as(sent.text()).isEqualTo(201);
            assertThat(upload.imageUrl()).startsWith("http://");
            for (String address : List.of(upload.imageUrl(), upload.imageUrl().replace("http:", "https:"))) {
                RpcCall call = server.call("SegmentCommodity").with("ImageURL", address);
                assertThat(call.get().status()).isEqualTo(200);
                RpcCall other = server.call("SegmentCommodity").with("ImageURL", address);
                assertThat(secure(server, other).get().status()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void keysOfEveryUsualKindWork(String kind) throws Exception {
        TestCertificate certificate = TestCertificate.in(folder.resolve(kind), kind);
        try (TestServer server = start(certificate.settings())) {
            assertThat(secure(server, "/health/live")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aKeyStoreWorksToo() throws Exception {
        try (TestServer server = start(store(TestCertificate.PASSWORD))) {
            assertThat(secure(server, "/health/live")).startsWith("HTTP/1.1 200");
            assertThat(Reply.toGet(server.address().resolve("/health/live").toString())
                            .status())
                    .isEqualTo(200);
        }
    }

    private Map<String, String> store(String password) {
        return Map.of("imageseg.tls.keystore", own.store().toString(), "imageseg.tls.password", password);
    }

    private static String secure(TestServer server, String target) throws IOException {
        try (RawHttp http = new RawHttp(TestCertificate.connect(server.port()))) {
            http.send(RawHttp.request(server.port(), target, "close"));
            return http.rest();
        }
    }

    /** While a call waits for its turn, its connection is asked whether the caller is there; nothing may get lost by that. */
    @Test
    void requestsSentInOnePieceAreAllServed() throws Exception {
        try (TestServer server = start(own.settings());
                ImageHost images = new ImageHost();
                RawHttp http = new RawHttp(TestCertificate.connect(server.port()))) {
            String photo = images.put("photo.png", Photos.png());
            RpcCall one = server.call("SegmentCommodity").with("ImageURL", photo);
            RpcCall two = server.call("SegmentCommodity").with("ImageURL", photo);
            http.send(RawHttp.request(server.port(), one.target(), "keep-alive")
                    + RawHttp.request(server.port(), two.target(), "close"));
            assertThat(http.rest().split("HTTP/1.1 200 OK", -1)).hasSize(3);
        }
    }

    /** Thirty seconds, at whichever step: before a byte, in the handshake, in the head, in the body. */
    @Test
    void whoFallsSilentIsCutOff() throws Exception {
        try (TestServer server = start(own.settings());
                RawHttp silent = new RawHttp(server.port());
                RawHttp shaking = new RawHttp(server.port());
                RawHttp head = new RawHttp(TestCertificate.connect(server.port()));
                RawHttp body = new RawHttp(TestCertificate.connect(server.port()))) {
            shaking.send(new byte[] {22, 3, 1, 2, 0, 1});
            head.send("GET / HTTP/1.1\r\nHost: x\r\n");
            body.send(Arrays.copyOf(Upload.to(server).raw(10_000), 800));
            long started = System.nanoTime();
            for (RawHttp each : List.of(silent, shaking, head, body)) {
                String _ = each.restOrNothing();
            }
            assertThat((System.nanoTime() - started) / 1e9).isBetween(20.0, 45.0);
            assertThat(server.uploads()).isEmpty();
        }
    }

    @Test
    void withoutACertificateNobodyGetsTls() throws Exception {
        try (TestServer server = start(Map.of())) {
            assertThatThrownBy(() -> secure(server, "/health/live")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatCannotBeUsedStopsTheStartAndIsNamed() throws Exception {
        TestCertificate other = TestCertificate.in(folder.resolve("other"), "EC");
        TestCertificate rsa = TestCertificate.in(folder.resolve("rsa"), "RSA");
        Path old = folder.resolve("old.pem");
        Files.writeString(old, Files.readString(own.key()).replace("PRIVATE KEY", "EC PRIVATE KEY"));
        Path none = folder.resolve("none.pem");
        refuses(pem(none, own.key()), "There is no file " + none);
        refuses(pem(folder, own.key()), folder + " cannot be read");
        refuses(pem(own.certificate(), none), "There is no file " + none);
        refuses(pem(own.key(), own.key()), "no certificate in " + own.key());
        refuses(pem(own.certificate(), own.certificate()), "no private key in " + own.certificate());
        refuses(pem(own.certificate(), old), "openssl pkcs8 -topk8 -nodes -in " + old);
        refuses(pem(own.certificate(), other.key()), "is not the one of the certificate in " + own.certificate());
        refuses(pem(own.certificate(), rsa.key()), "not of the certificate's kind, EC");
        refuses(store("another"), own.store() + " cannot be used");
        refuses(Map.of("imageseg.tls.certificate", own.certificate().toString()), "belong together");
        refuses(Map.of("imageseg.tls.keystore", own.store().toString()), "belong together");
        Map<String, String> both = new HashMap<>(own.settings());
        both.putAll(store(TestCertificate.PASSWORD));
        refuses(both, "not both");
    }

    private static Map<String, String> pem(Path certificate, Path key) {
        return new TestCertificate(certificate, key, key).settings();
    }

    private void refuses(Map<String, String> settings, String said) {
        assertThatThrownBy(() -> start(settings).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(said);
    }
}
