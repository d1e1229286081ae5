package io.imageseg.server.operator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Where a running server can be reached from its own machine: in the file {@code server.address} of its data folder, from
 * its start to its orderly stop. After a crash the file stays and leads nowhere.
 *
 * @param uri of the operator's route
 * @param instance this run's own among all runs of the server
 */
public record ServerAddress(URI uri, String instance) {
    /** The path of the operator's route. */
    public static final String PATH = "/operator/keys";

    private static final String FILE = "server.address";

    /** The address of a server that listens on {@code host}, which may be a wildcard. */
    public static ServerAddress of(String host, int port, String instance) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        String reachable = address.isAnyLocalAddress()
                ? InetAddress.getLoopbackAddress().getHostAddress()
                : address.getHostAddress();
        String authority = reachable.contains(":") ? "[" + reachable.replace("%", "%25") + "]" : reachable;
        return new ServerAddress(URI.create("http://" + authority + ":" + port + PATH), instance);
    }

    /** Writes the file, whole or not at all; closing what comes back removes it. */
    public AutoCloseable announceIn(Path data) throws IOException {
        Path file = data.resolve(FILE);
        Path half = data.resolve(FILE + ".new");
        Files.write(half, List.of(uri.toString(), instance));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return () -> Files.deleteIfExists(file);
    }

    /** What the file of a data folder says; empty if there is none. */
    public static Optional<ServerAddress> in(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE));
            return lines.size() == 2
                    ? Optional.of(new ServerAddress(URI.create(lines.getFirst()), lines.getLast()))
                    : Optional.empty();
        } catch (NoSuchFileException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
