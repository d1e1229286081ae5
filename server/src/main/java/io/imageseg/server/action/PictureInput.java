package io.imageseg.server.action;

import io.imageseg.image.ImageHeader;
import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.UnreadableImageException;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Images;

/** The parameter {@code ImageURL}: fetched, checked against the action's limits, decoded. */
final class PictureInput {
    private PictureInput() {}

    /** The picture, owned by the caller. */
    static Picture read(ApiCall call, Images images, ImageLimits limits) {
        String address = call.parameters()
                .get("ImageURL")
                .orElseThrow(() -> new ApiException(
                        ErrorCode.MISSING_IMAGE_URL, "The parameter ImageURL is mandatory and must not be empty."));
        call.stages().begin("fetch");
        byte[] file = images.fetch(address, limits.maxBytes());
        call.stages().begin("decode");
        try {
            ImageHeader header = ImageHeader.of(file);
            limits.check(header);
            return new PictureReader(limits.resolution().maxPixels()).read(file, header);
        } catch (UnreadableImageException e) {
            throw new ApiException(ErrorCode.INVALID_CONTENT, "ImageURL: %s.".formatted(e.getMessage()), e);
        }
    }
}
