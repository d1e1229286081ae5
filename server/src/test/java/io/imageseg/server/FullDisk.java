package io.imageseg.server;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A disk of 2 MiB in memory on which, until it is cleared, 512 KiB are left. */
public final class FullDisk implements AutoCloseable {
    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix().toBuilder()
            .setBlockSize(4096)
            .setMaxSize(2 << 20)
            .build());
    private final Path others = disk.getPath("/others");

    public FullDisk() throws IOException {
        Files.write(others, new byte[(2 << 20) - (512 << 10)]);
    }

    public Path folder() {
        return disk.getPath("/folder");
    }

    public void clear() throws IOException {
        Files.delete(others);
    }

    /** Names of all files in the folder, whole or half written. */
    public List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }
}
