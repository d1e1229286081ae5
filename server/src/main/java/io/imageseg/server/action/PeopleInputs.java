package io.imageseg.server.action;

import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Results;
import java.util.List;
import java.util.function.Function;

/** A picture of people, from each of whom something is cut. */
record PeopleInputs(Picture picture, String lookedFor, Function<Picture, List<PlacedCutout>> cutter)
        implements Action.Inputs {

    @Override
    public Action.Outcome cut() {
        List<PlacedCutout> found = cutter.apply(picture);
        if (found.isEmpty()) {
            throw new ApiException(
                    ErrorCode.INVALID_CONTENT,
                    "No %s was found in the image; send one that shows at least one face clearly."
                            .formatted(lookedFor));
        }
        return new PeopleOutcome(found);
    }

    @Override
    public void close() {
        picture.close();
    }

    private record PeopleOutcome(List<PlacedCutout> found) implements Action.Outcome {
        @Override
        public PeopleData store(Results results, String origin) {
            return new PeopleData(found.stream()
                    .map(one -> Element.of(one, results.store(one.toPng(), origin)))
                    .toList());
        }

        @Override
        public void close() {
            found.forEach(PlacedCutout::close);
        }
    }

    /** The Data of an answer with an element a person. */
    record PeopleData(List<Element> elements) {}

    /**
     * What was cut out of one person.
     *
     * @param x its left edge in the source, in pixels
     * @param confidence how sure it is that there is one, 0 to 1
     */
    record Element(int x, int y, int width, int height, String imageURL, double confidence) {
        static Element of(PlacedCutout cutout, String imageURL) {
            Box place = cutout.place();
            double confidence = Math.round(cutout.confidence() * 1000) / 1000.0;
            return new Element(place.x(), place.y(), place.width(), place.height(), imageURL, confidence);
        }
    }
}
