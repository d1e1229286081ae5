package io.imageseg.segment;

import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.matte.Edges;
import io.imageseg.matte.RefinedMatte;
import io.imageseg.matte.SalientMatte;
import io.imageseg.model.Network;

/** Gives coarse masks the edges of their photos. One picture at a time. */
public final class MaskRefiner {
    private final RefinedMatte refined;

    /**
     * A refiner over a network.
     *
     * @param isnet IS-Net general-use as {@link SalientMatte} describes it; stays its owner's
     */
    public MaskRefiner(Network isnet) {
        refined = new RefinedMatte(new SalientMatte(isnet));
    }

    /**
     * The matte, of the picture's size, owned by the caller.
     *
     * @param coarse of the picture's size; a pixel that is more than half covered is inside
     * @throws IllegalArgumentException if it is of another size, or has no inside or no outside
     */
    public Matte refine(Picture picture, Matte coarse) {
        try (Matte matte = refined.of(picture, coarse)) {
            return Edges.settled(picture, matte);
        }
    }
}
