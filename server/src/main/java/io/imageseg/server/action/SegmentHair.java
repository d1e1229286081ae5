package io.imageseg.server.action;

import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Texts;
import java.util.List;
import java.util.function.Function;

/** Cuts out the hair of every person of a photo; an element each. */
public final class SegmentHair {
    private static final About ABOUT = new About(
            About.Family.PEOPLE,
            new Texts("Hair", "头发分割"),
            new Texts(
                    "Cuts out each person's hair; an element each, from left to right, cropped.",
                    "抠出每个人的头发；从左到右每人一个元素，已裁剪。"));

    private SegmentHair() {}

    /** The action over a cutter, which gives elements from left to right and is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, List<PlacedCutout>> cutter) {
        return new PeopleAction("SegmentHair", ABOUT, profile.of(PeopleAction.LIMITS), "hair", cutter);
    }
}
