package io.imageseg.server.action;

import io.imageseg.detect.ThingDetector;
import io.imageseg.image.ImageFormat;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Results;
import io.imageseg.server.api.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Cuts out each vehicle of a photo: an element each, of the source's size, largest first, beside the source. */
public final class SegmentVehicle {
    /** JPEG, PNG and BMP up to 3 MB, each side above 32 and below 2000 pixels. */
    private static final ImageLimits LIMITS = new ImageLimits(
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.BMP),
            3 * ImageLimits.MB,
            Resolution.ofSides(33, 1999),
            true);

    private static final About ABOUT = new About(
            About.Family.THINGS,
            new Texts("Vehicles", "车辆分割"),
            new Texts(
                    "Cuts out each vehicle of a photo, at most %d; an element each, of the photo's size, largest first."
                            .formatted(ThingDetector.MOST),
                    "抠出图片中的每辆车，最多 %d 辆；每辆一个元素，与原图同尺寸，从大到小。".formatted(ThingDetector.MOST)));

    private SegmentVehicle() {}

    /** The action over a cutter, which is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, List<PlacedCutout>> cutter) {
        return new ThingsAction(
                "SegmentVehicle",
                ABOUT,
                profile.of(LIMITS),
                "vehicle",
                VehicleData.class,
                SegmentVehicle::data,
                cutter);
    }

    private static VehicleData data(Picture picture, List<ThingsAction.Stored> found, Results results, String origin) {
        String source = results.store(picture.toPng(), origin);
        return new VehicleData(found.stream()
                .map(vehicle -> new VehicleElement(source, vehicle.imageURL(), vehicle.confidence()))
                .toList());
    }

    /** The Data of an answer. */
    record VehicleData(List<VehicleElement> elements) {}

    /**
     * One vehicle.
     *
     * @param originImageURL the source as it was decoded, upright; the same for all
     * @param confidence how sure it is that it is one, 0 to 1
     */
    record VehicleElement(String originImageURL, String imageURL, double confidence) {}
}
