package io.imageseg.cli.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds OpenVINO's libraries. They are taken from a package, which pip fetches or which lies in a mirror:
 * a folder that holds packages under the names the registry gives them.
 */
public final class OpenVinoFolder {
    /** Written last: says which package lies here, whole. */
    private static final String STAMP = "PACKAGE";

    private final Path folder;
    private final @Nullable Path mirror;

    public OpenVinoFolder(Path folder, @Nullable Path mirror) {
        this.folder = folder;
        this.mirror = mirror;
    }

    /** Where it is or will be. */
    public Path path() {
        return folder;
    }

    /**
     * Fetches, checks and unpacks it unless it is there.
     *
     * @throws IOException if that fails, or there is none for this machine; what was there stays
     */
    public void ensure() throws IOException, InterruptedException {
        Optional<OpenVinoWheel> wheel = OpenVinoWheel.ofThisMachine();
        if (wheel.isEmpty()) {
            throw new IOException("there is no package of it for %s on %s"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        ensure(wheel.get());
    }

    void ensure(OpenVinoWheel wheel) throws IOException, InterruptedException {
        if (holds(wheel)) {
            return;
        }
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Path fetched = folder.resolveSibling(folder.getFileName() + ".fetched");
        delete(part);
        delete(fetched);
        Files.createDirectories(part);
        Files.createDirectories(fetched);
        try {
            unpack(wheel, archive(wheel, fetched), part);
            Files.writeString(part.resolve(STAMP), wheel.sha256());
            delete(folder);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(part);
            delete(fetched);
        }
    }

    private boolean holds(OpenVinoWheel wheel) throws IOException {
        Path stamp = folder.resolve(STAMP);
        return Files.exists(stamp) && Files.readString(stamp).equals(wheel.sha256());
    }

    private Path archive(OpenVinoWheel wheel, Path fetched) throws IOException, InterruptedException {
        if (mirror == null) {
            Pip.download("openvino==" + wheel.version(), wheel.selection(), fetched);
        }
        Path archive = (mirror == null ? fetched : mirror).resolve(wheel.file());
        if (!Files.exists(archive)) {
            throw new IOException("%s is not there".formatted(archive));
        }
        Hashes.check(wheel.file(), Hashes.sha256(archive), wheel.sha256());
        return archive;
    }

    private static void unpack(OpenVinoWheel wheel, Path archive, Path part) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Optional<Path> target = wheel.target(entry.getName()).map(part::resolve);
                if (target.isPresent()) {
                    Files.createDirectories(target.get().resolveSibling(""));
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target.get());
                    }
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(folder)) {
                files = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
