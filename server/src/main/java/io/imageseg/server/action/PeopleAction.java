package io.imageseg.server.action;

import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Description;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.api.Shape;
import java.util.List;
import java.util.function.Function;

/**
 * An action that cuts something out of every person of a photo: an element a person, cropped, with its place.
 *
 * @param lookedFor what is missing when nobody is found, for a sentence
 * @param cutter gives what it finds from left to right; called by one thread at a time
 */
record PeopleAction(
        String name, About about, ImageLimits limits, String lookedFor, Function<Picture, List<PlacedCutout>> cutter)
        implements Action {

    /** The documentation gives SegmentHead, SegmentFace and SegmentHair the same limits. */
    static final ImageLimits LIMITS = new ImageLimits(
            ImageLimits.COMMON_FORMATS, 3 * ImageLimits.MB, new Resolution(1, 2000, 33, 8000, 7_999_999, 16), true);

    @Override
    public Description description() {
        return new Description(
                about, List.of(PictureInput.described(limits)), Shape.ofData(PeopleInputs.PeopleData.class));
    }

    @Override
    public long maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public Order order(Parameters parameters) {
        PictureInput photo = PictureInput.photo(parameters, limits);
        return (call, images) -> new PeopleInputs(photo.read(call, images), lookedFor, cutter);
    }
}
