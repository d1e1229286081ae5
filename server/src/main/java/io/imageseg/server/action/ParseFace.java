package io.imageseg.server.action;

import io.imageseg.face.FaceFitness;
import io.imageseg.face.FaceFitness.Fault;
import io.imageseg.image.ImageFormat;
import io.imageseg.image.Picture;
import io.imageseg.segment.FaceParse;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Description;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.api.Results;
import io.imageseg.server.api.Shape;
import io.imageseg.server.api.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Divides the one face of a portrait into its parts: an element each, of the source's size. */
public record ParseFace(ImageLimits limits, Function<Picture, FaceParse> parser) implements Action {
    /** JPEG and PNG up to 4 MB, 100 to 2048 pixels a side, the longer side at most twice the shorter. */
    private static final ImageLimits LIMITS = new ImageLimits(
            Set.of(ImageFormat.JPEG, ImageFormat.PNG),
            4 * ImageLimits.MB,
            Resolution.ofSides(100, 2048).withRatio(2),
            true);

    private static final About ABOUT = new About(
            About.Family.PEOPLE,
            new Texts("Parts of a face", "人脸解析"),
            new Texts(
                    "Divides the one face of a portrait, seen from the front, into its parts: an element each, of the photo's size. Left and right are the subject's own.",
                    "把一张正面人脸划分为各个部位：每个部位一个元素，与原图同尺寸。左右以人物本身为准。"));

    /** The action over a parser, which is called by one thread at a time. */
    public static Action of(LimitsProfile profile, Function<Picture, FaceParse> parser) {
        return new ParseFace(profile.of(LIMITS), parser);
    }

    @Override
    public String name() {
        return "ParseFace";
    }

    @Override
    public Description description() {
        return new Description(ABOUT, List.of(PictureInput.described(limits)), Shape.ofData(FaceData.class));
    }

    @Override
    public long maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public Order order(Parameters parameters) {
        PictureInput photo = PictureInput.photo(parameters, limits);
        return (call, images) -> new FaceInputs(photo.read(call, images), parser);
    }

    private record FaceInputs(Picture picture, Function<Picture, FaceParse> parser) implements Inputs {
        @Override
        public Outcome cut() {
            return switch (parser.apply(picture)) {
                case FaceParse.Parts parts -> new FaceOutcome(picture, parts);
                case FaceParse.NoFace _ ->
                    throw refused("No face was found in the image; send one that shows a face from the front.");
                case FaceParse.SeveralFaces several ->
                    throw refused("%d faces were found in the image; exactly one is allowed.", several.count());
                case FaceParse.Unfit unfit -> throw refused(unfit.fault());
            };
        }

        @Override
        public void close() {
            picture.close();
        }
    }

    private static ApiException refused(Fault fault) {
        return switch (fault) {
            case Fault.TooSmall(long width, long height) ->
                refused(
                        "The face is %d×%d pixels; the square around it must be at least %d×%d.",
                        width, height, FaceFitness.LEAST_SIDE, FaceFitness.LEAST_SIDE);
            case Fault.TooSmallForPicture(long width, long height, var picture) ->
                refused(
                        "The face is %d×%d pixels in an image of %d×%d; it must be at least a tenth of each side.",
                        width, height, picture.width(), picture.height());
            case Fault.TurnedAway(double degrees) ->
                refused(
                        "The face is turned away by %.0f degrees; at most %.0f are allowed.",
                        degrees, FaceFitness.MOST_YAW);
            case Fault.Hidden(double presence) ->
                refused(
                        "The face is hidden or unclear: the certainty that it is one is %.2f; at least %.2f is needed.",
                        presence, FaceFitness.LEAST_PRESENCE);
        };
    }

    private static ApiException refused(String message, Object... values) {
        return new ApiException(ErrorCode.INVALID_CONTENT, String.format(Locale.ROOT, message, values));
    }

    /** The picture stays its inputs', which outlive this. */
    private record FaceOutcome(Picture picture, FaceParse.Parts parts) implements Outcome {
        @Override
        public FaceData store(Results results, String origin) {
            String source = results.store(picture.toPng(), origin);
            return new FaceData(
                    source,
                    parts.cutouts().entrySet().stream()
                            .map(part -> new FaceElement(
                                    part.getKey().label(),
                                    results.store(part.getValue().toPng(picture.box()), origin)))
                            .toList());
        }

        @Override
        public void close() {
            parts.close();
        }
    }

    /** The Data of an answer; the source as it was decoded, upright. */
    record FaceData(String originImageURL, List<FaceElement> elements) {}

    /** One part of the face. */
    record FaceElement(String name, String imageURL) {}
}
