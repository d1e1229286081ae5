package io.imageseg.server.action;

import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Description;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.api.Results;
import io.imageseg.server.api.Shape;
import java.util.List;
import java.util.function.Function;

/**
 * An action that cuts out every thing of a kind: an element each, of the source's size.
 *
 * @param lookedFor what is missing when nothing is found, for a sentence
 * @param data what the Data of an answer is
 * @param form makes it
 * @param cutter gives what it finds, largest first; called by one thread at a time
 */
record ThingsAction(
        String name,
        About about,
        ImageLimits limits,
        String lookedFor,
        Class<? extends Record> data,
        Form form,
        Function<Picture, List<PlacedCutout>> cutter)
        implements Action {

    /** How what was found is answered. */
    @FunctionalInterface
    interface Form {
        /** The Data of an answer, of elements in the order in which they were found. */
        Object data(Picture picture, List<Stored> found, Results results, String origin);
    }

    /** A thing whose picture is stored. */
    record Stored(String imageURL, double confidence) {}

    @Override
    public Description description() {
        return new Description(about, List.of(PictureInput.described(limits)), Shape.ofData(data));
    }

    @Override
    public long maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public Order order(Parameters parameters) {
        PictureInput photo = PictureInput.photo(parameters, limits);
        return (call, images) -> new ThingsInputs(photo.read(call, images), lookedFor, form, cutter);
    }

    private record ThingsInputs(
            Picture picture, String lookedFor, Form form, Function<Picture, List<PlacedCutout>> cutter)
            implements Inputs {
        @Override
        public Outcome cut() {
            List<PlacedCutout> found = cutter.apply(picture);
            if (found.isEmpty()) {
                throw new ApiException(
                        ErrorCode.INVALID_CONTENT,
                        "No %s was found in the image; send one that shows at least one clearly.".formatted(lookedFor));
            }
            return new ThingsOutcome(picture, form, found);
        }

        @Override
        public void close() {
            picture.close();
        }
    }

    /** The picture stays its inputs', which outlive this. */
    private record ThingsOutcome(Picture picture, Form form, List<PlacedCutout> found) implements Outcome {
        @Override
        public Object store(Results results, String origin) {
            List<Stored> stored = found.stream()
                    .map(thing -> new Stored(
                            results.store(thing.toPng(picture.box()), origin),
                            Math.round(thing.confidence() * 1000) / 1000.0))
                    .toList();
            return form.data(picture, stored, results, origin);
        }

        @Override
        public void close() {
            found.forEach(PlacedCutout::close);
        }
    }
}
