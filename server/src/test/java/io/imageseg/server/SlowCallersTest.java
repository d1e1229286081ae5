package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who hold a connection by sending or taking a byte now and then lose it; those who are merely slow do not. */
@Timeout(30)
class SlowCallersTest {
    private static final int LARGE = 24 << 20;

    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "imageseg.http.patience", "PT0.5S",
                "imageseg.http.least-rate", "10000000",
                "imageseg.http.connections", "8"));
        settings.putAll(TestCertificate.in(data.resolve("own"), "EC").settings());
        server = TestServer.start(data, settings, RedIsSalient::new);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nX: ", "\r\n", "G", "\u0016\u0003\u0001\u0002\u0000\u0001"})
    void aHeadThatDripsIsNotWaitedFor(String text) throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.drip(text + "x".repeat(100));
        }
    }

    @Test
    void norInsideTls() throws Exception {
        Socket socket = TestCertificate.trustingAll().getSocketFactory().createSocket("127.0.0.1", server.port());
        try (RawHttp http = new RawHttp(socket)) {
            http.send(RawHttp.request(server.port(), "/health/live", "keep-alive"));
            assertThat(http.drip("GET / HTTP/1.1\r\nX: " + "x".repeat(100))).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void norTheNextOneOfAConnection() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(RawHttp.request(server.port(), "/health/live", "keep-alive"));
            assertThat(http.drip("GET / HTTP/1.1\r\nX: " + "x".repeat(100))).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
    void aBodyThatDripsIsRefused(String framing) throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(post("application/x-www-form-urlencoded", framing));
            assertThat(http.drip("1\r\nx\r\n")).startsWith("HTTP/1.1 408 ").contains("\"Timeout\"", "too slowly");
        }
    }

    @Test
    void soIsOneThatFallsSilent() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(post("application/x-www-form-urlencoded", "Content-Length: 1000"));
            assertThat(http.rest()).startsWith("HTTP/1.1 408 ").contains("\"Timeout\"", "too slowly");
        }
    }

    private String post(String type, String framing) {
        return "POST / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: %s\r\n%s\r\n\r\n"
                .formatted(server.port(), type, framing);
    }

    @Test
    void aFileThatDripsLeavesNothing() throws Exception {
        Upload upload = Upload.to(server).file(new byte[1 << 20]);
        byte[] raw = upload.raw(upload.body().length);
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(Arrays.copyOf(raw, raw.length / 2));
            assertThat(http.drip("x")).startsWith("HTTP/1.1 400 ").contains("InvalidParameter.Transfer");
        }
        assertThat(server.uploads()).isEmpty();
    }

    @Test
    void anAnswerThatNobodyTakesIsNotKeptForEver() throws Exception {
        assertThat(taken(2_500, 0)).isLessThan(LARGE);
    }

    @Test
    void anAnswerThatIsTakenSlowlyArrivesWhole() throws Exception {
        assertThat(taken(0, 15)).isGreaterThan(LARGE);
    }

    /** How many bytes of a large result, and its head, arrive at a caller who waits first, and after each 256 KiB. */
    private int taken(int first, int each) throws Exception {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1 << 16);
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port()));
            socket.getOutputStream()
                    .write(RawHttp.request(server.port(), largeResult(), "close")
                            .getBytes());
            Thread.sleep(first);
            return read(socket.getInputStream(), each);
        }
    }

    private static int read(InputStream in, int pause) throws Exception {
        int read = 0;
        try {
            for (byte[] some = in.readNBytes(1 << 18); some.length > 0; some = in.readNBytes(1 << 18)) {
                read += some.length;
                Thread.sleep(pause);
            }
        } catch (SocketException _) {
            // What had been sent by then is lost.
        }
        return read;
    }

    /** Path and query of a result that no socket's buffers hold. */
    private String largeResult() throws Exception {
        try (ImageHost images = new ImageHost()) {
            String photo = images.put("photo.png", Photos.png());
            URI address = URI.create(server.call("SegmentCommodity")
                    .with("ImageURL", photo)
                    .get()
                    .imageUrl());
            Files.write(
                    server.resultsFolder().resolve(address.getPath().substring("/results/".length())), new byte[LARGE]);
            return address.getRawPath() + "?" + address.getRawQuery();
        }
    }

    @Test
    void connectionsBeyondTheLimitWaitUntilOthersEnd() throws Exception {
        List<RawHttp> idle = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            idle.add(new RawHttp(server.port()));
        }
        long begun = System.nanoTime();
        assertThat(RawHttp.get(server.port(), "/health/live")).startsWith("HTTP/1.1 200");
        assertThat(System.nanoTime() - begun).as("it waited for a place").isGreaterThan(200_000_000);
        idle.forEach(RawHttp::close);
    }
}
