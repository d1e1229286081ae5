package io.imageseg.server.action;

import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.Action;
import java.util.List;
import java.util.function.Function;

/** Cuts out the hair of every person of a photo; an element each. */
public final class SegmentHair {
    private SegmentHair() {}

    /** The action over a cutter, which gives elements from left to right and is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, List<PlacedCutout>> cutter) {
        return new PeopleAction("SegmentHair", profile.of(PeopleAction.LIMITS), "hair", cutter);
    }
}
