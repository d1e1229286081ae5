package io.imageseg.server.action;

import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Texts;
import java.util.List;
import java.util.function.Function;

/** Cuts out every head of a photo: face, hair, ears and what is worn on it, without the neck; an element each. */
public final class SegmentHead {
    private static final About ABOUT = new About(
            About.Family.PEOPLE,
            new Texts("Heads", "人头分割"),
            new Texts(
                    "Cuts out each person's head: face, hair, ears and what is worn on it, without the neck; an element each, from left to right, cropped.",
                    "抠出每个人的头部：面部、头发、耳朵及头饰，不含颈部；从左到右每人一个元素，已裁剪。"));

    private SegmentHead() {}

    /** The action over a cutter, which gives elements from left to right and is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, List<PlacedCutout>> cutter) {
        return new PeopleAction("SegmentHead", ABOUT, profile.of(PeopleAction.LIMITS), "head", cutter);
    }
}
