package io.imageseg.server.action;

import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.Action;
import java.util.List;
import java.util.function.Function;

/** Cuts out every face of a photo, without neck, ears and hair; an element each. */
public final class SegmentFace {
    private SegmentFace() {}

    /** The action over a cutter, which gives elements from left to right and is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, List<PlacedCutout>> cutter) {
        return new PeopleAction("SegmentFace", profile.of(PeopleAction.LIMITS), "face", cutter);
    }
}
