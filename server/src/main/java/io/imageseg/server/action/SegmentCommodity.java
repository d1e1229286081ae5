package io.imageseg.server.action;

import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Texts;
import java.util.Optional;
import java.util.function.Function;

/** Cuts out one product or several; the result has the size of the source. */
public final class SegmentCommodity {
    /** JPEG, PNG, BMP and WebP up to 3 MB, each side below 1280 pixels. */
    private static final ImageLimits LIMITS =
            new ImageLimits(ImageLimits.COMMON_FORMATS, 3 * ImageLimits.MB, Resolution.ofSides(1, 1279), true);

    private static final About ABOUT = new About(
            About.Family.SUBJECTS,
            new Texts("Goods", "商品分割"),
            new Texts(
                    "Cuts out the goods of a photo, one product or several; the result has the photo's size.",
                    "把图片中的一件或多件商品抠出；结果与原图同尺寸。"));

    private SegmentCommodity() {}

    /** The action over a cutter, which is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, Optional<Cutout>> cutter) {
        return new SubjectAction("SegmentCommodity", ABOUT, profile.of(LIMITS), "product", cutter);
    }
}
