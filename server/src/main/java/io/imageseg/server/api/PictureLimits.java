package io.imageseg.server.api;

import java.util.List;

/**
 * What a picture may be; all bounds are inclusive.
 *
 * @param formats by their names
 * @param maxBytes of the file
 * @param minSide of the shorter side, in pixels, like all that follow
 * @param maxRatio the most that the longer side may be in shorter sides; infinite for any
 */
public record PictureLimits(
        List<String> formats,
        long maxBytes,
        int minSide,
        int maxShortSide,
        int minLongSide,
        int maxSide,
        long maxPixels,
        double maxRatio) {}
