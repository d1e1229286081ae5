package io.imageseg.bench;

import io.imageseg.bench.photo.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which photos are measured with. */
final class PhotosOption {
    @Option(
            names = "--photos",
            paramLabel = "DIR",
            description = "measure with the photos of this folder instead of the bench's own")
    private @Nullable Path folder;

    Photos read() throws IOException {
        return Photos.of(Optional.ofNullable(folder));
    }
}
