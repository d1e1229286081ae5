package io.imageseg.server.action;

import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Texts;
import java.util.List;
import java.util.function.Function;

/** Cuts out every face of a photo, without neck, ears and hair; an element each. */
public final class SegmentFace {
    private static final About ABOUT = new About(
            About.Family.PEOPLE,
            new Texts("Faces", "人脸分割"),
            new Texts(
                    "Cuts out each person's face, without neck, ears and hair; an element each, from left to right, cropped.",
                    "抠出每个人的面部，不含颈部、耳朵和头发；从左到右每人一个元素，已裁剪。"));

    private SegmentFace() {}

    /** The action over a cutter, which gives elements from left to right and is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, List<PlacedCutout>> cutter) {
        return new PeopleAction("SegmentFace", ABOUT, profile.of(PeopleAction.LIMITS), "face", cutter);
    }
}
