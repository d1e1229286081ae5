package io.imageseg.own;

import io.imageseg.image.MaskGrid;
import io.imageseg.image.Region;

/**
 * A thing that a network found.
 *
 * @param score the network's, 0 to 1
 * @param box its own, in pixels of what the mask's extent is in
 * @param mask above one half where the thing is
 */
public record FoundThing(ThingName name, double score, Region box, MaskGrid mask) {}
