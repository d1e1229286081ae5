package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Files to upright sRGB pictures: JPEG (grey, YCbCr, RGB, CMYK, YCCK), PNG of every bit depth, WebP's first frame, BMP.
 * EXIF orientation and ICC profiles are applied; whatever is cut off or larger than the limit is refused before its
 * pixels are decoded. Safe for any number of threads.
 */
public final class PictureReader {
    private final long maxPixels;

    /** A reader that refuses pictures of more than {@code maxPixels} pixels. */
    public PictureReader(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /** Reads a file whose header is not known yet. */
    public Picture read(byte[] file) throws UnreadableImageException {
        return read(file, ImageHeader.of(file));
    }

    /** Reads a file. The caller owns the picture. */
    public Picture read(byte[] file, ImageHeader header) throws UnreadableImageException {
        if (header.pixels() > maxPixels) {
            throw new UnreadableImageException("the image has %d×%d = %d pixels; at most %d are read"
                    .formatted(header.width(), header.height(), header.pixels(), maxPixels));
        }
        if (header.format() == ImageFormat.GIF) {
            throw new UnreadableImageException("GIF is not read");
        }
        Completeness.check(file, header);
        try (PointerScope _ = new PointerScope()) {
            boolean cmyk = header.format() == ImageFormat.JPEG && header.channels() == 4;
            Mat stored = cmyk ? decodeCmyk(file) : decode(file, header);
            Mat upright = header.orientation().applyTo(stored);
            Mat transparency = upright.channels() == 4 ? transparency(upright) : null;
            Mat rgb = rgb(upright);
            if (!cmyk) {
                ColourProfile.of(file, header.format()).ifPresent(profile -> profile.toSrgb(rgb));
            }
            if (transparency != null) {
                layOnWhite(rgb, transparency);
                transparency.retainReference();
            }
            rgb.retainReference();
            return new Picture(rgb, transparency);
        } catch (UnreadableImageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableImageException("the %s file cannot be decoded".formatted(header.format()), e);
        }
    }

    private static Mat decode(byte[] file, ImageHeader header) throws UnreadableImageException {
        Mat bytes = new Mat(1, file.length, CV_8U, new BytePointer(file));
        Mat pixels = imdecode(bytes, IMREAD_UNCHANGED | IMREAD_IGNORE_ORIENTATION);
        if (pixels.empty() || pixels.cols() != header.width() || pixels.rows() != header.height()) {
            throw new UnreadableImageException("the %s file cannot be decoded".formatted(header.format()));
        }
        if (pixels.depth() == CV_16U) {
            pixels.convertTo(pixels, CV_8U, 1 / 257.0, 0);
        }
        if (pixels.depth() != CV_8U) {
            throw new UnreadableImageException(
                    "the channels of the %s file are not integers".formatted(header.format()));
        }
        return pixels;
    }

    /** OpenCV ignores the profile of CMYK files; TwelveMonkeys converts by it. */
    private static Mat decodeCmyk(byte[] file) throws UnreadableImageException {
        try {
            BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(file));
            if (decoded == null) {
                throw new UnreadableImageException("the CMYK JPEG file cannot be decoded");
            }
            BufferedImage bgr =
                    new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = bgr.createGraphics();
            graphics.drawImage(decoded, 0, 0, null);
            graphics.dispose();
            byte[] pixels = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
            return new Mat(bgr.getHeight(), bgr.getWidth(), CV_8UC3, new BytePointer(pixels));
        } catch (IOException e) {
            throw new UnreadableImageException("the CMYK JPEG file cannot be decoded", e);
        }
    }

    private static Mat rgb(Mat stored) throws UnreadableImageException {
        Mat rgb = new Mat();
        switch (stored.channels()) {
            case 1 -> cvtColor(stored, rgb, COLOR_GRAY2RGB);
            case 3 -> cvtColor(stored, rgb, COLOR_BGR2RGB);
            case 4 -> cvtColor(stored, rgb, COLOR_BGRA2RGB);
            default -> throw new UnreadableImageException("%d channels are not read".formatted(stored.channels()));
        }
        return rgb;
    }

    /** The fourth channel, or null when all of it is opaque. */
    private static @Nullable Mat transparency(Mat bgra) {
        Mat alpha = new Mat();
        extractChannel(bgra, alpha, 3);
        DoublePointer least = new DoublePointer(1);
        minMaxLoc(alpha, least, null, null, null, null);
        return least.get() == 255 ? null : alpha;
    }

    private static void layOnWhite(Mat rgb, Mat transparency) {
        Mat white = new Mat(rgb.size(), CV_8UC3, Scalar.all(255));
        Blending.over(rgb, transparency, white).copyTo(rgb);
    }
}
