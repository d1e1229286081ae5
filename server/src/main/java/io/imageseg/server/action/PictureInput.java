package io.imageseg.server.action;

import io.imageseg.image.ImageHeader;
import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.UnreadableImageException;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Images;
import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.api.Texts;

/**
 * A parameter that names an image: fetched, checked against limits, decoded. Messages begin with its name.
 *
 * @param address the parameter's value
 */
record PictureInput(String parameter, String address, ImageLimits limits) {
    private static final String PHOTO = "ImageURL";

    /** What callers are told of the photo. */
    static ParameterDescription described(ImageLimits limits) {
        return new ParameterDescription.Image(PHOTO, new Texts("The photo to work on.", "要处理的图片。"), limits.described());
    }

    /** @throws ApiException MissingImageURL */
    static PictureInput photo(Parameters parameters, ImageLimits limits) {
        String address = parameters
                .get(PHOTO)
                .orElseThrow(() -> new ApiException(
                        ErrorCode.MISSING_IMAGE_URL, "The parameter ImageURL is mandatory and must not be empty."));
        return new PictureInput(PHOTO, address, limits);
    }

    /** @throws ApiException MissingParameter */
    static PictureInput of(Parameters parameters, String parameter, ImageLimits limits) {
        return new PictureInput(parameter, parameters.require(parameter), limits);
    }

    /** The picture, owned by the caller. */
    Picture read(ApiCall call, Images images) {
        try {
            call.stages().begin("fetch");
            byte[] file = images.fetch(address, call.request().origin(), limits.maxBytes());
            call.stages().begin("decode");
            ImageHeader header = ImageHeader.of(file);
            limits.check(header);
            return new PictureReader(limits.resolution().maxPixels()).read(file, header);
        } catch (UnreadableImageException e) {
            throw new ApiException(ErrorCode.INVALID_CONTENT, "%s: %s.".formatted(parameter, e.getMessage()), e);
        } catch (ApiException e) {
            throw e.about(parameter);
        }
    }
}
