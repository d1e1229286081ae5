package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.MAX;
import static io.imageseg.server.source.Fetches.assertRefused;

import io.imageseg.server.api.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a download fails has a sentence of its own. */
class GuardedFetcherFailureTest {

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 304, 401, 403, 404, 408, 410, 429, 500, 503})
    void saysWhichStatusWasAnsweredInsteadOf200(int status) throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 %d Whatever".formatted(status))) {
            assertDownloadFails(server.url("/"), "its server answered with status %d instead of 200".formatted(status));
        }
    }

    @Test
    void saysWhenNobodyListens() throws IOException {
        String address;
        try (ServerSocket gone = new ServerSocket(0)) {
            address = "http://127.0.0.1:%d/".formatted(gone.getLocalPort());
        }
        assertDownloadFails(address, "its server refuses the connection or cannot be reached");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 9              | xxxx            | it broke off after 4 of 9 bytes",
                "Content-Length: 9              | ''              | it broke off after 0 of 9 bytes",
                "Transfer-Encoding: chunked     | '4~xxxx~'       | it broke off after 4 bytes",
                "Transfer-Encoding: chunked     | '9~xxxx'        | it broke off after 4 bytes",
                "Transfer-Encoding: chunked     | '4~xxxx~z~'     | it broke off after 4 bytes"
            })
    void saysHowFarADownloadCameThatBrokeOff(String header, String body, String sentence) throws IOException {
        byte[] bytes = body.replace("~", "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 200 OK\n" + header, bytes)) {
            assertDownloadFails(server.url("/"), sentence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6", "HTTP/1.1", "HTTP/1.1 407 Proxy"})
    void saysWhenTheAnswerIsNoAnswer(String head) throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(head)) {
            assertDownloadFails(server.url("/"), "without an answer, or the answer is not HTTP");
        }
    }

    @Test
    void saysWhenTheConnectionIsClosedWithoutAnAnswer() throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, out) -> out.close())) {
            assertDownloadFails(server.url("/"), "without an answer, or the answer is not HTTP");
        }
    }

    @Test
    void saysWhenNoSecureConnectionCanBeMade() throws IOException {
        try (ServerSocket mail = new ServerSocket(0, 1, InetAddress.ofLiteral(ScriptedServer.HOST))) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = mail.accept()) {
                    socket.getOutputStream().write("220 mail.example\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().skip(Long.MAX_VALUE);
                } catch (IOException e) {
                    // the other side closed
                }
            });
            String address = "https://127.0.0.1:%d/".formatted(mail.getLocalPort());
            assertDownloadFails(address, "no secure connection could be made");
        }
    }

    private static void assertDownloadFails(String address, String sentence) {
        try (GuardedFetcher fetcher = Fetches.fetcher()) {
            assertRefused(() -> fetcher.fetch(address, MAX), ErrorCode.DOWNLOAD_FAILED, sentence);
        }
    }
}
