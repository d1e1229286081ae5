package io.imageseg.server.action;

import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Description;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.api.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An action that cuts one subject out of one image, in a form that the caller chooses.
 *
 * @param lookedFor what is missing when nothing is found, for a sentence
 * @param cutter called by one thread at a time
 */
record SubjectAction(
        String name, About about, ImageLimits limits, String lookedFor, Function<Picture, Optional<Cutout>> cutter)
        implements Action {

    @Override
    public Description description() {
        return new Description(
                about,
                List.of(PictureInput.described(limits), ReturnForm.described()),
                Shape.ofData(SubjectInputs.ImageData.class));
    }

    @Override
    public long maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public Order order(Parameters parameters) {
        ReturnForm form = ReturnForm.of(parameters);
        PictureInput photo = PictureInput.photo(parameters, limits);
        return (call, images) -> new SubjectInputs(photo.read(call, images), form, lookedFor, cutter);
    }
}
