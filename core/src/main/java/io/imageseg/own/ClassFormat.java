package io.imageseg.own;

import io.imageseg.model.Network;
import java.util.List;
import java.util.Optional;

/**
 * How a network that tells classes of pixels apart takes a picture and what its channels mean.
 *
 * @param classes the name of each channel of the output, in its order; channels of one name are added
 * @param pixels its layout is the output's too
 * @param output the name of the output; the file's first if empty
 */
public record ClassFormat(List<String> classes, PixelFormat pixels, Optional<String> output) implements OwnFormat {
    /** @throws IllegalArgumentException if there is no class */
    public ClassFormat {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("classes is empty; it names every channel of the output");
        }
    }

    /** A format of planes of RGB 0..1 and the first output. */
    public static ClassFormat of(String... classes) {
        return new ClassFormat(List.of(classes), PixelFormat.PLAIN, Optional.empty());
    }

    PixelLayout layout() {
        return pixels.layout();
    }

    @Override
    public void check(Network network) {
        new ClassNetwork(network, this).check();
    }
}
