package io.imageseg.server.action;

import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Texts;
import java.util.Optional;
import java.util.function.Function;

/** Cuts out the people of a photo, one or many, and nothing but people; the result has the size of the source. */
public final class SegmentBody {
    /** JPEG, PNG, BMP and WebP up to 3 MB, each side below 1280 pixels. */
    private static final ImageLimits LIMITS =
            new ImageLimits(ImageLimits.COMMON_FORMATS, 3 * ImageLimits.MB, Resolution.ofSides(1, 1279), true);

    private static final About ABOUT = new About(
            About.Family.PEOPLE,
            new Texts("People", "人体分割"),
            new Texts(
                    "Cuts out all people of a photo, one or many, and nothing but people; the result has the photo's size.",
                    "把图片中的所有人（一人或多人）抠出，不含其他物体；结果与原图同尺寸。"));

    private SegmentBody() {}

    /** The action over a cutter, which is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, Optional<Cutout>> cutter) {
        return new SubjectAction("SegmentBody", ABOUT, profile.of(LIMITS), "person", cutter);
    }
}
