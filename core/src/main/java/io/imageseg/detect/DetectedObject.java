package io.imageseg.detect;

import io.imageseg.image.Region;

/**
 * A thing in a picture.
 *
 * @param score how sure the detector is, 0 to 1
 * @param region in the source's pixels
 */
public record DetectedObject(double score, ObjectClass objectClass, Region region) {}
