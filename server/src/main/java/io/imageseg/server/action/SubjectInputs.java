package io.imageseg.server.action;

import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Results;
import java.util.Optional;
import java.util.function.Function;

/** A picture from which one subject is cut, and how the result is wanted. */
record SubjectInputs(Picture picture, ReturnForm form, String lookedFor, Function<Picture, Optional<Cutout>> cutter)
        implements Action.Inputs {

    @Override
    public Action.Outcome cut() {
        Cutout cutout = cutter.apply(picture)
                .orElseThrow(() -> new ApiException(
                        ErrorCode.INVALID_CONTENT,
                        "No %s stands out in the image; send one in which it does.".formatted(lookedFor)));
        return new SubjectOutcome(cutout, form);
    }

    @Override
    public void close() {
        picture.close();
    }

    private record SubjectOutcome(Cutout cutout, ReturnForm form) implements Action.Outcome {
        @Override
        public ImageData store(Results results, String origin) {
            return new ImageData(results.store(form.png(cutout), origin));
        }

        @Override
        public void close() {
            cutout.close();
        }
    }

    /** The Data of an answer with one picture. */
    record ImageData(String imageURL) {}
}
