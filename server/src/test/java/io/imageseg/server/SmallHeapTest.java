package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What callers can make a server hold at once is bounded, and far less than all of them send. */
class SmallHeapTest {
    private static final int PHOTO = 3 << 20;

    @Test
    @Timeout(120)
    void twoHundredCallersWithLargePicturesDoNotExhaustIt(@TempDir Path data) throws Exception {
        try (ServerProcess server = ServerProcess.start(data, "-Xmx256m");
                ImageHost images = new ImageHost();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            byte[] picture = FileSurgery.paddedJpeg(Photos.of("jpg", 1279, 1279), PHOTO);
            String photo = images.put("photo.jpg", picture);
            byte[] form = form(server);
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 140; i++) {
                RpcCall call = server.call("SegmentCommodity").with("ImageURL", photo);
                answers.add(callers.submit(() -> outcome(call.get())));
            }
            for (int i = 0; i < 60; i++) {
                answers.add(callers.submit(() -> outcome(server, form)));
            }
            List<String> all = new ArrayList<>();
            for (Future<String> answer : answers) {
                all.add(answer.get());
            }
            assertThat(all).containsOnly("200", "503 with Retry-After", "400 MissingParameter");
            RpcCall next = server.call("SegmentCommodity").with("ImageURL", photo);
            assertThat(next.get().status()).isEqualTo(200);
        }
    }

    private static String outcome(Reply reply) {
        return reply.status() + (reply.header("Retry-After").isEmpty() ? "" : " with Retry-After");
    }

    /** 8 MiB in a parameter. The signature is missed only when the form has been read and parsed. */
    private static byte[] form(ServerProcess server) {
        String head = "POST / HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                .formatted(server.address().getAuthority());
        String form = "Action=SegmentCommodity&ImageURL=data:image/jpeg;base64," + "A".repeat(8 << 20);
        String framing = "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(form.length());
        return (head + framing + form).getBytes(StandardCharsets.US_ASCII);
    }

    private static String outcome(ServerProcess server, byte[] form) throws IOException {
        try (RawHttp http = new RawHttp(server.address().getPort())) {
            http.send(form);
            String answer = http.rest();
            boolean again = answer.contains("\r\nRetry-After: 2\r\n");
            boolean missing = answer.contains("\"MissingParameter\"");
            return answer.substring(9, 12) + (again ? " with Retry-After" : missing ? " MissingParameter" : answer);
        }
    }
}
