package io.imageseg.bench.photo;

import io.imageseg.image.ImageFormat;

/**
 * A picture's file.
 *
 * @param name of the photo it was made from, without an ending
 */
public record Photo(String name, int width, int height, ImageFormat format, byte[] file) {
    /** {@code 1280×960}. */
    public String size() {
        return width + "×" + height;
    }

    /** Its type as HTTP has it. */
    public String mediaType() {
        return switch (format) {
            case JPEG -> "image/jpeg";
            case PNG -> "image/png";
            case WEBP -> "image/webp";
            case BMP -> "image/bmp";
            case GIF -> "image/gif";
        };
    }
}
