package io.imageseg.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A photo and a mask for it, a red and a white rectangle in the middle of nothing, as files and on a web server. */
final class Photos implements AutoCloseable {
    static final int WIDTH = 120;
    static final int HEIGHT = 110;

    private final HttpServer server;

    private final Path folder;

    Photos(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        add("photo.png", drawn(BufferedImage.TYPE_3BYTE_BGR, Color.RED));
        add("mask.png", drawn(BufferedImage.TYPE_BYTE_GRAY, Color.WHITE));
        server.start();
    }

    private void add(String name, byte[] file) throws IOException {
        Files.write(folder.resolve(name), file);
        server.createContext("/" + name, exchange -> send(exchange, file));
    }

    private static void send(HttpExchange exchange, byte[] file) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
        }
    }

    private static byte[] drawn(int type, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(WIDTH / 3, HEIGHT / 3, WIDTH / 3, HEIGHT / 3);
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    String photo() {
        return address("photo.png");
    }

    String mask() {
        return address("mask.png");
    }

    Path photoFile() {
        return folder.resolve("photo.png");
    }

    Path maskFile() {
        return folder.resolve("mask.png");
    }

    private String address(String name) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
