package io.imageseg.bench.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.imageseg.bench.photo.Photo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on the loopback interface, where the server under test fetches photos. */
public final class PhotoHost implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Photo> photos = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Starts on any free port. */
    public PhotoHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Puts a photo there and gives its address. */
    public String put(Photo photo) {
        String path = "/%d-%s".formatted(count.incrementAndGet(), photo.format().name());
        photos.put(path, photo);
        return address(path);
    }

    /** Where there is nothing. */
    public String nowhere() {
        return address("/nothing");
    }

    private String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    private void serve(HttpExchange exchange) throws IOException {
        Photo photo = photos.get(exchange.getRequestURI().getPath());
        try (exchange) {
            if (photo == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", photo.mediaType());
                exchange.sendResponseHeaders(200, photo.file().length);
                exchange.getResponseBody().write(photo.file());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
