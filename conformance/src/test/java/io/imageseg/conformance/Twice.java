package io.imageseg.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Stands between a client and the server, sends on each request twice and gives back what the second was answered. */
final class Twice implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "transfer-encoding", "content-length");

    /** Where the status stands in an answer. */
    private static final int STATUS = "HTTP/1.1 ".length();

    private final HttpServer listener;
    private final int serverPort;

    Twice(int serverPort) throws IOException {
        this.serverPort = serverPort;
        listener = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        listener.createContext("/", this::relay);
        listener.start();
    }

    String authority() {
        return "127.0.0.1:" + listener.getAddress().getPort();
    }

    private void relay(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        byte[] head = head(exchange, body.length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] _ = answer(head, body);
        byte[] second = answer(head, body);
        int end = new String(second, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        String answered = new String(second, 0, end, StandardCharsets.ISO_8859_1);
        try (exchange) {
            exchange.getResponseHeaders()
                    .set("Content-Type", answered.replaceAll("(?is).*\r\nContent-Type: ([^\r]*).*", "$1"));
            exchange.sendResponseHeaders(Integer.parseInt(answered.substring(STATUS, STATUS + 3)), second.length - end);
            exchange.getResponseBody().write(Arrays.copyOfRange(second, end, second.length));
        }
    }

    private static String head(HttpExchange exchange, int length) {
        StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\nConnection: close\r\nContent-Length: %d\r\n"
                .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), length));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        return head.append("\r\n").toString();
    }

    private byte[] answer(byte[] head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), serverPort)) {
            OutputStream request = socket.getOutputStream();
            request.write(head);
            request.write(body);
            request.flush();
            return socket.getInputStream().readAllBytes();
        }
    }

    @Override
    public void close() {
        listener.stop(0);
    }
}
