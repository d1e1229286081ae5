package io.imageseg.segment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageseg.model.NetworkFile;
import io.imageseg.model.OnnxRuntimeNetwork;
import java.nio.file.Files;
import java.nio.file.Path;

/** The capabilities over the real networks, where set-up has fetched them; tests without them are skipped. */
final class RealNetworks {
    private RealNetworks() {}

    static Segmentation open() {
        Path isnet = Path.of(System.getProperty("imageseg.models", ""), NetworkFile.ISNET.file());
        assumeTrue(Files.exists(isnet), "run ./imageseg build first: the network is not there");
        return new Segmentation(Networks.bundledWith(() -> new OnnxRuntimeNetwork(isnet, 2), 2));
    }
}
