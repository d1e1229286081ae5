package io.imageseg.matte;

import io.imageseg.image.Matte;
import io.imageseg.model.Tensor;
import java.util.List;

/**
 * What IS-Net sees in a region, and how it came to see it. Owns the matte.
 *
 * @param maps of the network's encoder, each 1×C×S×S over the region squeezed into a square; valid until its next run
 */
record SalientLook(Matte matte, List<Tensor> maps) implements AutoCloseable {
    @Override
    public void close() {
        matte.close();
    }
}
