package io.imageseg.server.action;

import io.imageseg.detect.ThingDetector;
import io.imageseg.image.ImageFormat;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Texts;
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

    private static final About ABOUT = new About(
            About.Family.THINGS,
            new Texts("Furniture", "家具分割"),
            new Texts(
                    "Cuts out each piece of furniture of a photo, at most %d; an element each, of the photo's size, largest first."
                            .formatted(ThingDetector.MOST),
                    "抠出图片中的每件家具，最多 %d 件；每件一个元素，与原图同尺寸，从大到小。".formatted(ThingDetector.MOST)));

    private SegmentFurniture() {}

    /** The action over a cutter, which is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, List<PlacedCutout>> cutter) {
        return new ThingsAction(
                "SegmentFurniture",
                ABOUT,
                profile.of(LIMITS),
                "piece of furniture",
                FurnitureData.class,
                (_, found, _, _) -> new FurnitureData(found),
                cutter);
    }

    /** The Data of an answer with an element a piece. */
    record FurnitureData(List<ThingsAction.Stored> elements) {}
}
