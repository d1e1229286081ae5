package io.imageseg.server.action;

import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.server.api.Action;
import java.util.Optional;
import java.util.function.Function;

/** Cuts out the people of a photo, one or many, and nothing but people; the result has the size of the source. */
public final class SegmentBody {
    /** JPEG, PNG, BMP and WebP up to 3 MB, each side below 1280 pixels. */
    private static final ImageLimits LIMITS =
            new ImageLimits(ImageLimits.COMMON_FORMATS, 3 * ImageLimits.MB, Resolution.ofSides(1, 1279), true);

    private SegmentBody() {}

    /** The action over a cutter, which is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, Optional<Cutout>> cutter) {
        return new SubjectAction("SegmentBody", profile.of(LIMITS), "person", cutter);
    }
}
