package io.imageseg.server.api;

import java.nio.file.Path;
import java.util.Optional;

/** Files that this server keeps under addresses of its own. */
public interface OwnFiles {
    /** What the paths of their addresses begin with, such as {@code /results/}. */
    String prefix();

    /**
     * The file at an address, while it lives and if the address is good.
     *
     * @param path raw, beginning with the prefix
     */
    Optional<Path> find(String path, Parameters query);
}
