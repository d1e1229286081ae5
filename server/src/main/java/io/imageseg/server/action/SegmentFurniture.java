package io.imageseg.server.action;

import io.imageseg.image.ImageFormat;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.Action;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Cuts out each piece of furniture of a photo: an element each, of the source's size, largest first. */
public final class SegmentFurniture {
    /** JPEG, PNG and BMP up to 4 MB, each side above 40 and below 1999 pixels. */
    private static final ImageLimits LIMITS = new ImageLimits(
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.BMP),
            4 * ImageLimits.MB,
            Resolution.ofSides(41, 1998),
            true);

    private SegmentFurniture() {}

    /** The action over a cutter, which is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, List<PlacedCutout>> cutter) {
        return new ThingsAction(
                "SegmentFurniture",
                profile.of(LIMITS),
                "piece of furniture",
                (_, found, _, _) -> new FurnitureData(found),
                cutter);
    }

    /** The Data of an answer with an element a piece. */
    record FurnitureData(List<ThingsAction.Stored> elements) {}
}
