package io.imageseg.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private final byte[] content = new byte[300_000];
    private HttpServer server;
    private URI address;
    private String lastRange = "";

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            lastRange = exchange.getRequestHeaders().getFirst("Range");
            int from = Integer.parseInt(lastRange.replaceAll("\\D", ""));
            byte[] rest = Arrays.copyOfRange(content, Math.min(from, content.length), content.length);
            exchange.sendResponseHeaders(rest.length == 0 ? 416 : 206, rest.length == 0 ? -1 : rest.length);
            exchange.getResponseBody().write(rest);
            exchange.close();
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/network.tgz");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesAFileAndChecksIt() throws Exception {
        Path target = folder.resolve("network.tgz");
        new Download().fetch(address, target, Hashes.sha256(content));
        assertThat(target).hasBinaryContent(content);
        assertThat(folder.resolve("network.tgz.part")).doesNotExist();
    }

    @Test
    void continuesWhereAnEarlierAttemptStopped() throws Exception {
        Files.write(folder.resolve("network.tgz.part"), Arrays.copyOf(content, 100_000));
        new Download().fetch(address, folder.resolve("network.tgz"), Hashes.sha256(content));
        assertThat(lastRange).isEqualTo("bytes=100000-");
        assertThat(folder.resolve("network.tgz")).hasBinaryContent(content);
    }

    @Test
    void keepsNothingWhoseHashIsAnother() {
        assertThatThrownBy(() -> new Download().fetch(address, folder.resolve("network.tgz"), "00"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("00 is expected");
        assertThat(folder).isEmptyDirectory();
    }
}
