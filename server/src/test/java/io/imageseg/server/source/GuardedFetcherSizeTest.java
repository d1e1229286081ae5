package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.MAX;
import static io.imageseg.server.source.Fetches.assertRefused;
import static io.imageseg.server.source.ScriptedServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files are bounded while they stream, however their length is or is not announced. */
class GuardedFetcherSizeTest {
    private final GuardedFetcher fetcher = Fetches.fetcher();

    /** The three ways in which HTTP/1.1 delimits a body. */
    enum Framing {
        LENGTH,
        CHUNKED,
        CLOSE;

        void send(OutputStream out, int bytes) throws IOException {
            byte[] body = new byte[bytes];
            switch (this) {
                case LENGTH -> write(out, "HTTP/1.1 200 OK\nContent-Length: %d".formatted(bytes), body);
                case CHUNKED -> {
                    write(out, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked");
                    out.write("%x\r\n".formatted(bytes).getBytes(StandardCharsets.US_ASCII));
                    out.write(body);
                    out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                case CLOSE -> write(out, "HTTP/1.1 200 OK", body);
            }
            out.close();
        }
    }

    @AfterEach
    void close() {
        fetcher.close();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsAFileOfExactlyTheLimit(Framing framing) throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, out) -> framing.send(out, MAX))) {
            assertThat(fetcher.fetch(server.url("/"), MAX)).hasSize(MAX);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesOneByteMore(Framing framing) throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, out) -> framing.send(out, MAX + 1))) {
            assertRefused(
                    () -> fetcher.fetch(server.url("/"), MAX),
                    ErrorCode.FILE_TOO_LARGE,
                    framing == Framing.LENGTH ? "has 1001 bytes" : "has more than 1000 bytes",
                    "at most 1000 are allowed");
        }
    }

    @Test
    void refusesAnAnnouncedLengthWithoutReadingTheFile() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer((_, out) -> write(out, "HTTP/1.1 200 OK\nContent-Length: 5000000000"))) {
            assertRefused(() -> fetcher.fetch(server.url("/"), MAX), ErrorCode.FILE_TOO_LARGE, "5000000000 bytes");
            assertThat(server.isDesertedAfter(1)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CHUNKED", "CLOSE"})
    void stopsReadingAFileWithoutEnd(Framing framing) throws Exception {
        AtomicLong sent = new AtomicLong();
        String head = framing == Framing.CHUNKED ? "\nTransfer-Encoding: chunked" : "";
        byte[] part = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (ScriptedServer server = new ScriptedServer((_, out) -> {
            write(out, "HTTP/1.1 200 OK" + head);
            while (true) {
                out.write(part);
                sent.addAndGet(part.length);
            }
        })) {
            assertRefused(() -> fetcher.fetch(server.url("/"), MAX), ErrorCode.FILE_TOO_LARGE, "more than 1000");
            assertThat(server.isDesertedAfter(1)).isTrue();
            assertThat(sent).as("what the buffers between the two take").hasValueLessThan(64 << 20);
        }
    }

    @Test
    void doesNotInflateCompressedAnswers() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[500_000]);
        }
        byte[] body = bomb.toByteArray();
        String head = "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: %d".formatted(body.length);
        try (ScriptedServer server = ScriptedServer.answering(head, body)) {
            assertThat(fetcher.fetch(server.url("/"), MAX)).isEqualTo(body);
        }
    }
}
