package io.imageseg.bench.peer;

import io.imageseg.bench.call.ApiClient;
import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * rembg's HTTP server: a photo posted to {@code /api/remove}, the PNG in the answer.
 *
 * @param log takes what it says
 */
record Rembg(RembgInstallation installation, String description, Path log) implements CutServer {
    private static final String BOUNDARY = "photo-and-model";

    Rembg(RembgInstallation installation, Path log) throws IOException, InterruptedException {
        this(installation, installation.description(), log);
    }

    @Override
    public Running start() throws IOException {
        int port = Child.freePort();
        List<String> command = List.of(
                installation.program("rembg"),
                "s",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--log_level",
                "warning",
                "--no-ui");
        Child child = Child.start(command, installation.environment(), log);
        return new Serving(child, URI.create("http://127.0.0.1:%d/api/remove".formatted(port)));
    }

    /** The form of {@code POST /api/remove}. */
    static byte[][] form(Photo photo) {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, RembgInstallation.MODEL)
                + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(BOUNDARY, photo.name(), photo.mediaType());
        String tail = "\r\n--%s--\r\n".formatted(BOUNDARY);
        return new byte[][] {head.getBytes(StandardCharsets.UTF_8), photo.file(), tail.getBytes(StandardCharsets.UTF_8)
        };
    }

    private record Serving(Child child, URI address, HttpClient http) implements Running {
        Serving(Child child, URI address) {
            this(child, address, ApiClient.newHttp());
        }

        @Override
        public byte[] cut(Photo photo) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(ApiClient.PATIENCE)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArrays(List.of(form(photo))))
                    .build();
            return Png.check(
                    "rembg", http.send(request, BodyHandlers.ofByteArray()).body());
        }

        @Override
        public void close() {
            child.close();
        }
    }
}
