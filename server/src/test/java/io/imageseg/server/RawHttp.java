package io.imageseg.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection on which a test says what no client library would. */
final class RawHttp implements AutoCloseable {
    private final Socket socket;

    RawHttp(int port) throws IOException {
        this(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
    }

    /** Over a connection that stands. */
    RawHttp(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(60_000);
    }

    /** The whole answer to a request that no library would send. */
    static String get(int port, String target) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            http.send(request(port, target, "close"));
            return http.rest();
        }
    }

    /** @param connection {@code keep-alive}, or {@code close} for the last one */
    static String request(int port, String target, String connection) {
        return "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: %s\r\n\r\n".formatted(target, port, connection);
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a byte every 50 ms until the server ends the connection, and gives what it said. */
    String drip(String text) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 13];
        socket.setSoTimeout(50);
        for (int at = 0, heard = 0; heard >= 0; at = (at + 1) % text.length()) {
            try {
                send(text.substring(at, at + 1));
                heard = socket.getInputStream().read(some);
                said.write(some, 0, Math.max(0, heard));
            } catch (SocketTimeoutException _) {
                // Nothing is said now.
            } catch (SocketException _) {
                break;
            }
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Says that nothing more will be sent. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    /** All that comes until the server closes the connection. */
    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Likewise, or nothing if it is reset. */
    String restOrNothing() {
        try {
            return rest();
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
