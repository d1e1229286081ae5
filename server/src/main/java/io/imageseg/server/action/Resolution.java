package io.imageseg.server.action;

import io.imageseg.image.ImageHeader;
import java.util.Locale;

/**
 * How many pixels an image may have, all bounds inclusive.
 *
 * @param maxRatio the most that the longer side may be in shorter sides; infinite for any
 */
record Resolution(int minShorter, int maxShorter, int minLonger, int maxLonger, long maxPixels, double maxRatio) {

    /** The same bounds for both sides. */
    static Resolution ofSides(int least, int most) {
        return new Resolution(least, most, least, most, (long) most * most, Double.POSITIVE_INFINITY);
    }

    Resolution withPixels(long most) {
        return new Resolution(minShorter, maxShorter, minLonger, maxLonger, most, maxRatio);
    }

    Resolution withRatio(double most) {
        return new Resolution(minShorter, maxShorter, minLonger, maxLonger, maxPixels, most);
    }

    boolean allows(ImageHeader header) {
        int shorter = Math.min(header.width(), header.height());
        int longer = Math.max(header.width(), header.height());
        return minShorter <= shorter
                && shorter <= maxShorter
                && minLonger <= longer
                && longer <= maxLonger
                && header.pixels() <= maxPixels
                && longer <= maxRatio * shorter;
    }

    /** What is allowed, as the end of a sentence. */
    String described() {
        String sides = minShorter == minLonger && maxShorter == maxLonger
                ? text("each side must have %d to %d pixels", minShorter, maxShorter)
                : text(
                        "the shorter side must have %d to %d pixels, the longer %d to %d",
                        minShorter, maxShorter, minLonger, maxLonger);
        String ratio = maxRatio == Double.POSITIVE_INFINITY
                ? ""
                : text(", and the longer side be at most %.0f times the shorter", maxRatio);
        return sides + text(", and all together at most %d", maxPixels) + ratio;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
