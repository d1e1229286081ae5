package io.imageseg.server.action;

import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Texts;
import java.util.Optional;
import java.util.function.Function;

/** Cuts out the main subject, whatever it is; the result has the size of the source. */
public final class SegmentCommonImage {
    /** JPEG, PNG, BMP and WebP up to 3 MB, each side below 1280 pixels. */
    private static final ImageLimits LIMITS =
            new ImageLimits(ImageLimits.COMMON_FORMATS, 3 * ImageLimits.MB, Resolution.ofSides(1, 1279), true);

    private static final About ABOUT = new About(
            About.Family.SUBJECTS,
            new Texts("Main subject", "通用分割"),
            new Texts(
                    "Cuts out the main subject of a photo, whatever it is; the result has the photo's size.",
                    "把图片的主体抠出，不限类别；结果与原图同尺寸。"));

    private SegmentCommonImage() {}

    /** The action over a cutter, which is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, Optional<Cutout>> cutter) {
        return new SubjectAction("SegmentCommonImage", ABOUT, profile.of(LIMITS), "subject", cutter);
    }
}
