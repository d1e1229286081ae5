package io.imageseg.cli.setup;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;

/** A file fetched over HTTP into a folder: continued where an earlier attempt stopped, kept only if its hash is right. */
final class Download {
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    /**
     * Fetches {@code source} to {@code target}, by way of {@code target}.part.
     *
     * @throws IOException if the transfer fails (what arrived is kept for the next attempt) or the hash is another (what
     *     arrived is deleted)
     */
    void fetch(URI source, Path target, String sha256) throws IOException, InterruptedException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        transfer(source, part);
        String found = Hashes.sha256(part);
        if (!found.equals(sha256)) {
            Files.delete(part);
            throw new IOException("%s has SHA-256 %s where %s is expected; it was deleted"
                    .formatted(target.getFileName(), found, sha256));
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void transfer(URI source, Path part) throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest request = HttpRequest.newBuilder(source)
                .header("Range", "bytes=%d-".formatted(have))
                .timeout(Duration.ofMinutes(10))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case 206 -> append(body, part, have, length(response));
                case 200 -> {
                    Files.deleteIfExists(part);
                    append(body, part, 0, length(response));
                }
                case 416 -> {
                    // The whole file is here already; its hash decides.
                }
                default ->
                    throw new IOException("%s was answered with status %d".formatted(source, response.statusCode()));
            }
        }
    }

    private static long length(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("Content-Length").orElse(-1);
    }

    private static void append(InputStream body, Path part, long have, long length) throws IOException {
        try (ProgressBar bar = Progress.bytes(
                        part.getFileName().toString().replace(".part", ""), length < 0 ? -1 : have + length);
                var out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            bar.stepTo(have);
            byte[] buffer = new byte[1 << 16];
            long received = 0;
            int count;
            while ((count = body.read(buffer)) >= 0) {
                out.write(buffer, 0, count);
                received += count;
                bar.stepBy(count);
            }
            if (length >= 0 && received != length) {
                throw new IOException("the transfer stopped after %d of %d bytes; start again to continue it"
                        .formatted(have + received, have + length));
            }
        }
    }
}
