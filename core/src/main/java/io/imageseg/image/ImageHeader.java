package io.imageseg.image;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.bmp.BmpHeaderDirectory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * What a file says of itself before a pixel is decoded. Width and height are those of the stored pixels, before
 * {@code orientation} is applied.
 *
 * @param bitsPerChannel 8 for most; PNG has 1, 2, 4, 8, 16
 * @param channels colour channels and alpha; 0 for a palette
 */
public record ImageHeader(
        ImageFormat format, int width, int height, int bitsPerChannel, int channels, Orientation orientation) {

    /** Width as a viewer sees it. */
    public int viewWidth() {
        return orientation.swapsSides() ? height : width;
    }

    /** Height as a viewer sees it. */
    public int viewHeight() {
        return orientation.swapsSides() ? width : height;
    }

    public long pixels() {
        return (long) width * height;
    }

    /** Reads the header of a JPEG, PNG, WebP, BMP or GIF file. TIFF is told apart only, by an exception that says so. */
    public static ImageHeader of(byte[] file) throws UnreadableImageException {
        ImageFormat format = formatOf(file);
        try {
            ImageHeader header = read(format, HeaderReader.read(file, format));
            if (header.width < 1 || header.height < 1) {
                throw new UnreadableImageException(
                        "the %s header says %d×%d pixels".formatted(format, header.width, header.height));
            }
            return header;
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException e) {
            throw new UnreadableImageException("the %s header cannot be read".formatted(format), e);
        }
    }

    private static ImageFormat formatOf(byte[] file) throws UnreadableImageException {
        if (file.length == 0) {
            throw new UnreadableImageException("the file is empty");
        }
        try {
            FileType type = FileTypeDetector.detectFileType(new BufferedInputStream(new ByteArrayInputStream(file)));
            return switch (type) {
                case Jpeg -> ImageFormat.JPEG;
                case Png -> ImageFormat.PNG;
                case WebP -> ImageFormat.WEBP;
                case Bmp -> ImageFormat.BMP;
                case Gif -> ImageFormat.GIF;
                case Tiff ->
                    throw new UnreadableImageException("the file is a TIFF, not a JPEG, PNG, WebP or BMP image");
                default -> throw new UnreadableImageException("the file is not a JPEG, PNG, WebP or BMP image");
            };
        } catch (IOException | RuntimeException e) {
            throw new UnreadableImageException("the file is not a JPEG, PNG, WebP or BMP image", e);
        }
    }

    private static ImageHeader read(ImageFormat format, Metadata metadata)
            throws MetadataException, UnreadableImageException {
        Orientation orientation = orientation(metadata);
        return switch (format) {
            case JPEG -> {
                Directory jpeg = directory(metadata, JpegDirectory.class);
                yield new ImageHeader(
                        format,
                        jpeg.getInt(JpegDirectory.TAG_IMAGE_WIDTH),
                        jpeg.getInt(JpegDirectory.TAG_IMAGE_HEIGHT),
                        jpeg.getInt(JpegDirectory.TAG_DATA_PRECISION),
                        jpeg.getInt(JpegDirectory.TAG_NUMBER_OF_COMPONENTS),
                        orientation);
            }
            case PNG -> {
                Directory png = directory(metadata, PngDirectory.class);
                yield new ImageHeader(
                        format,
                        png.getInt(PngDirectory.TAG_IMAGE_WIDTH),
                        png.getInt(PngDirectory.TAG_IMAGE_HEIGHT),
                        png.getInt(PngDirectory.TAG_BITS_PER_SAMPLE),
                        pngChannels(png.getInt(PngDirectory.TAG_COLOR_TYPE)),
                        orientation);
            }
            case WEBP -> {
                Directory webp = directory(metadata, WebpDirectory.class);
                yield new ImageHeader(
                        format,
                        webp.getInt(WebpDirectory.TAG_IMAGE_WIDTH),
                        webp.getInt(WebpDirectory.TAG_IMAGE_HEIGHT),
                        8,
                        Boolean.TRUE.equals(webp.getBooleanObject(WebpDirectory.TAG_HAS_ALPHA)) ? 4 : 3,
                        orientation);
            }
            case BMP -> {
                Directory bmp = directory(metadata, BmpHeaderDirectory.class);
                int bits = bmp.getInt(BmpHeaderDirectory.TAG_BITS_PER_PIXEL);
                yield new ImageHeader(
                        format,
                        Math.abs(bmp.getInt(BmpHeaderDirectory.TAG_IMAGE_WIDTH)),
                        Math.abs(bmp.getInt(BmpHeaderDirectory.TAG_IMAGE_HEIGHT)),
                        8,
                        bits <= 8 ? 0 : bits == 32 ? 4 : 3,
                        orientation);
            }
            case GIF -> {
                Directory gif = directory(metadata, GifHeaderDirectory.class);
                yield new ImageHeader(
                        format,
                        gif.getInt(GifHeaderDirectory.TAG_IMAGE_WIDTH),
                        gif.getInt(GifHeaderDirectory.TAG_IMAGE_HEIGHT),
                        8,
                        0,
                        orientation);
            }
        };
    }

    /** Channels of a PNG colour type (PNG specification, third edition, 11.2.1). */
    private static int pngChannels(int colourType) {
        return switch (colourType) {
            case 0 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
    }

    private static Orientation orientation(Metadata metadata) {
        for (ExifIFD0Directory exif : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            Integer tag = exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            if (tag != null) {
                return Orientation.ofTag(tag);
            }
        }
        return Orientation.UPRIGHT;
    }

    private static <T extends Directory> Directory directory(Metadata metadata, Class<T> type)
            throws UnreadableImageException {
        Directory found = metadata.getFirstDirectoryOfType(type);
        if (found == null) {
            throw new UnreadableImageException("the header is incomplete");
        }
        return found;
    }
}
