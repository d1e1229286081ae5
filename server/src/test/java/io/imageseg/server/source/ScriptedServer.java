package io.imageseg.server.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A server on loopback that answers one request a connection by a script, byte for byte, however wrong. */
final class ScriptedServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private final ServerSocket listener;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Semaphore ended = new Semaphore(0);

    /** Answers a request; what it returns from, the caller has to close. */
    @FunctionalInterface
    interface Script {
        void answer(String path, OutputStream out) throws IOException, InterruptedException;
    }

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        listener = new ServerSocket(0, 50, InetAddress.ofLiteral(HOST));
        Thread.ofVirtual().start(this::listen);
    }

    /** One that answers every request with these lines as head and this body, and ends the connection. */
    static ScriptedServer answering(String head, byte... body) throws IOException {
        return new ScriptedServer((_, out) -> {
            write(out, head, body);
            out.close();
        });
    }

    static void write(OutputStream out, String head, byte... body) throws IOException {
        out.write((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    int port() {
        return listener.getLocalPort();
    }

    String url(String path) {
        return urlAt(HOST, path);
    }

    String urlAt(String host, String path) {
        return "http://%s:%d%s".formatted(host, port(), path);
    }

    /** The paths that were asked for. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return sockets.size();
    }

    /** Whether the other side has made and closed this many connections, after waiting for it for a while. */
    boolean isDesertedAfter(int connections) throws InterruptedException {
        return ended.tryAcquire(connections, 20, TimeUnit.SECONDS) && sockets.size() == connections;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void listen() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            BufferedReader request = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
            String path = Objects.requireNonNullElse(request.readLine(), "").replaceFirst("^GET (.*) HTTP/1.1$", "$1");
            requests.add(path);
            for (String line = path; !line.isEmpty(); ) {
                line = Objects.requireNonNullElse(request.readLine(), "");
            }
            script.answer(path, out);
            while (in.read() >= 0) {
                // until the other side closes
            }
        } catch (IOException | InterruptedException e) {
            // the other side closed while the script was running, or the script did
        } finally {
            ended.release();
        }
    }
}
