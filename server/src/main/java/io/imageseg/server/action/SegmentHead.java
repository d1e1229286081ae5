package io.imageseg.server.action;

import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.Action;
import java.util.List;
import java.util.function.Function;

/** Cuts out every head of a photo: face, hair, ears and what is worn on it, without the neck; an element each. */
public final class SegmentHead {
    private SegmentHead() {}

    /** The action over a cutter, which gives elements from left to right and is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, List<PlacedCutout>> cutter) {
        return new PeopleAction("SegmentHead", profile.of(PeopleAction.LIMITS), "head", cutter);
    }
}
