package io.imageseg.server.action;

import io.imageseg.image.ImageFormat;
import io.imageseg.image.ImageHeader;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.PictureLimits;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What files an action takes: the size is bounded while a file is fetched, the rest is checked on its header, before a
 * pixel is decoded.
 *
 * @param maxBytes the largest file, inclusive
 * @param resolution how many pixels it may have
 * @param plainPng whether PNG must be RGB or RGBA of 8 bits per channel
 */
public record ImageLimits(Set<ImageFormat> formats, long maxBytes, Resolution resolution, boolean plainPng) {

    /** The documentation's unit of file sizes. */
    static final long MB = 1_048_576;

    /** What most actions take. */
    static final Set<ImageFormat> COMMON_FORMATS =
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.BMP, ImageFormat.WEBP);

    /** The limits of the profile {@code open}: whatever the library reads, up to 50 MB and 50 million pixels. */
    static final ImageLimits OPEN = new ImageLimits(
            COMMON_FORMATS, 50 * MB, Resolution.ofSides(1, 65_535).withPixels(50_000_000), false);

    /** The same for PNG of every kind. */
    ImageLimits withAnyPng() {
        return new ImageLimits(formats, maxBytes, resolution, false);
    }

    /** The same for those who choose a picture. */
    PictureLimits described() {
        return new PictureLimits(
                formats.stream().sorted().map(Enum::name).toList(),
                maxBytes,
                resolution.minShorter(),
                resolution.maxShorter(),
                resolution.minLonger(),
                resolution.maxLonger(),
                resolution.maxPixels(),
                resolution.maxRatio());
    }

    /** @throws ApiException InvalidImage.Content or InvalidImage.Resolution */
    void check(ImageHeader header) {
        if (!formats.contains(header.format())) {
            throw content("The file is a %s; allowed are %s."
                    .formatted(
                            header.format(),
                            formats.stream().sorted().map(Enum::name).collect(Collectors.joining(", "))));
        }
        if (plainPng && header.format() == ImageFormat.PNG && !isPlain(header)) {
            throw content("The PNG has %s; allowed are RGB and RGBA with 8 bits per channel.".formatted(kind(header)));
        }
        if (!resolution.allows(header)) {
            throw new ApiException(
                    ErrorCode.INVALID_RESOLUTION,
                    "The image is %d×%d; %s.".formatted(header.width(), header.height(), resolution.described()));
        }
    }

    private static ApiException content(String message) {
        return new ApiException(ErrorCode.INVALID_CONTENT, message);
    }

    private static boolean isPlain(ImageHeader header) {
        return header.bitsPerChannel() == 8 && header.channels() >= 3;
    }

    private static String kind(ImageHeader header) {
        String channels = switch (header.channels()) {
            case 0 -> "a palette";
            case 1 -> "grey";
            case 2 -> "grey with alpha";
            case 3 -> "RGB";
            default -> "RGBA";
        };
        return "%s with %d bits per channel".formatted(channels, header.bitsPerChannel());
    }
}
