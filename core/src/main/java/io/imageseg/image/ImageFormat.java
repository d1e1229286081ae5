package io.imageseg.image;

/** The file formats that are told apart, whether or not they are accepted. */
public enum ImageFormat {
    JPEG,
    PNG,
    WEBP,
    BMP,
    GIF
}
