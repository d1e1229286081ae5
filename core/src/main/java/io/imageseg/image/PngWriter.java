package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_COMPRESSION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_FILTER;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_FILTER_UP;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGBA2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * 8-bit PNG files, compressed for speed: zlib level 1, and the filter Up on every row, which takes half the time of
 * choosing a filter for each and gives files of about the same size.
 */
final class PngWriter {
    private static final int LEVEL = 1;

    private PngWriter() {}

    /** From CV_8UC4, red first. */
    static byte[] rgba(Mat rgba) {
        try (PointerScope _ = new PointerScope()) {
            Mat bgra = new Mat();
            cvtColor(rgba, bgra, COLOR_RGBA2BGRA);
            return encode(bgra);
        }
    }

    /** From CV_8UC3, blue first. */
    static byte[] bgr(Mat bgr) {
        return encode(bgr);
    }

    /** From CV_8UC1. */
    static byte[] grey(Mat grey) {
        return encode(grey);
    }

    private static byte[] encode(Mat pixels) {
        try (PointerScope _ = new PointerScope()) {
            BytePointer file = new BytePointer();
            if (!imencode(
                    ".png",
                    pixels,
                    file,
                    new IntPointer(IMWRITE_PNG_COMPRESSION, LEVEL, IMWRITE_PNG_FILTER, IMWRITE_PNG_FILTER_UP))) {
                throw new IllegalStateException(
                        "OpenCV did not encode a PNG of %d×%d pixels".formatted(pixels.cols(), pixels.rows()));
            }
            byte[] bytes = new byte[(int) file.limit()];
            file.get(bytes);
            return bytes;
        }
    }
}
