package io.imageseg.server.action;

import io.imageseg.image.ImageFormat;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.server.api.About;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Description;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Images;
import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.api.Results;
import io.imageseg.server.api.Shape;
import io.imageseg.server.api.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Gives a coarse mask the edges of its photo: one element, a grey mask of the photo's size. */
public record RefineMask(ImageLimits limits, BiFunction<Picture, Matte, Matte> refiner) implements Action {
    /** JPEG, PNG and BMP below 3 MB, each side above 32 and below 2000 pixels. The mask's PNG may be of any kind. */
    private static final ImageLimits LIMITS = new ImageLimits(
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.BMP),
            3 * ImageLimits.MB - 1,
            Resolution.ofSides(33, 1999),
            true);

    /** By how much the mask's width to height may differ from the photo's. */
    private static final double RATIO_TOLERANCE = .02;

    private static final String MASK = "MaskImageURL";

    private static final About ABOUT = new About(
            About.Family.MASKS,
            new Texts("Finer masks", "掩码细化"),
            new Texts(
                    "Gives a coarse mask of a photo the photo's own edges: a grey mask of the photo's size.",
                    "使粗略的掩码贴合图片本身的边缘：返回与原图同尺寸的灰度掩码。"));

    /** The action over a refiner of masks of the picture's size, which is called by one thread at a time. */
    public static Action of(LimitsProfile profile, BiFunction<Picture, Matte, Matte> refiner) {
        return new RefineMask(profile.of(LIMITS), refiner);
    }

    @Override
    public String name() {
        return "RefineMask";
    }

    @Override
    public Description description() {
        ParameterDescription mask = new ParameterDescription.Image(
                MASK,
                new Texts(
                        "The coarse mask: its alpha where that varies, else its brightness. Its sides have the photo's ratio.",
                        "粗略的掩码：若透明度有变化则取透明度，否则取亮度。宽高比须与原图一致。"),
                limits.withAnyPng().described());
        return new Description(ABOUT, List.of(PictureInput.described(limits), mask), Shape.ofData(MaskData.class));
    }

    @Override
    public long maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public Order order(Parameters parameters) {
        PictureInput photo = PictureInput.photo(parameters, limits);
        PictureInput mask = PictureInput.of(parameters, MASK, limits.withAnyPng());
        return (call, images) -> inputs(photo, mask, call, images);
    }

    private Inputs inputs(PictureInput photo, PictureInput mask, ApiCall call, Images images) {
        Picture picture = photo.read(call, images);
        try (Picture drawn = mask.read(call, images)) {
            return new MaskInputs(picture, coarse(drawn, picture), refiner);
        } catch (RuntimeException e) {
            picture.close();
            throw e;
        }
    }

    private static Matte coarse(Picture mask, Picture photo) {
        double stretch = (double) mask.width() * photo.height() / ((double) mask.height() * photo.width());
        if (Math.max(stretch, 1 / stretch) > 1 + RATIO_TOLERANCE) {
            throw unsuitable("The mask is %d×%d and the image %d×%d; their sides must have the same ratio, within 2 %%."
                    .formatted(mask.width(), mask.height(), photo.width(), photo.height()));
        }
        try (Matte drawn = mask.asMask()) {
            Matte coarse = drawn.resized(photo.width(), photo.height());
            if (coarse.isEmpty() || coarse.isFull()) {
                String lacking = coarse.isEmpty() ? "foreground: nothing of it is" : "background: all of it is";
                coarse.close();
                throw unsuitable("The mask has no %s brighter than half.".formatted(lacking));
            }
            return coarse;
        }
    }

    private static ApiException unsuitable(String message) {
        return new ApiException(ErrorCode.UNSUITABLE, message).about(MASK);
    }

    private record MaskInputs(Picture picture, Matte coarse, BiFunction<Picture, Matte, Matte> refiner)
            implements Inputs {
        @Override
        public Outcome cut() {
            return new MaskOutcome(refiner.apply(picture, coarse));
        }

        @Override
        public void close() {
            picture.close();
            coarse.close();
        }
    }

    private record MaskOutcome(Matte refined) implements Outcome {
        @Override
        public MaskData store(Results results, String origin) {
            return new MaskData(List.of(new MaskElement(results.store(refined.toPng(), origin))));
        }

        @Override
        public void close() {
            refined.close();
        }
    }

    /** The Data of an answer; the list has one element. */
    record MaskData(List<MaskElement> elements) {}

    /** A mask. */
    record MaskElement(String imageURL) {}
}
