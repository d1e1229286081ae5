package io.imageseg.server.action;

import io.imageseg.image.ImageHeader;
import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.UnreadableImageException;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Images;

/**
 * A parameter that names an image: fetched, checked against limits, decoded. Messages begin with its name.
 *
 * @param address the parameter's value
 */
record PictureInput(String parameter, String address, ImageLimits limits) {

    /** The picture of the parameter {@code ImageURL}, owned by the caller. */
    static Picture read(ApiCall call, Images images, ImageLimits limits) {
        return photo(call, limits).read(call, images);
    }

    /** @throws ApiException MissingImageURL */
    static PictureInput photo(ApiCall call, ImageLimits limits) {
        String address = call.parameters()
                .get("ImageURL")
                .orElseThrow(() -> new ApiException(
                        ErrorCode.MISSING_IMAGE_URL, "The parameter ImageURL is mandatory and must not be empty."));
        return new PictureInput("ImageURL", address, limits);
    }

    /** @throws ApiException MissingParameter */
    static PictureInput of(ApiCall call, String parameter, ImageLimits limits) {
        return new PictureInput(parameter, call.parameters().require(parameter), limits);
    }

    /** The picture, owned by the caller. */
    Picture read(ApiCall call, Images images) {
        try {
            call.stages().begin("fetch");
            byte[] file = images.fetch(address, limits.maxBytes());
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
