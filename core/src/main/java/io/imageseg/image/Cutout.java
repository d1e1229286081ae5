package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGBA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A subject without its background: 8-bit RGBA of the source's size, sRGB, straight alpha, the subject's own colours
 * under soft edges and zero where nothing is left. Native memory that {@link #close} frees.
 */
public final class Cutout implements AutoCloseable {
    private final Mat rgba;

    /** Takes ownership of {@code rgba}, CV_8UC4, red first. */
    public Cutout(Mat rgba) {
        if (rgba.type() != CV_8UC4) {
            throw new IllegalArgumentException("a cutout is CV_8UC4");
        }
        this.rgba = rgba;
    }

    public int width() {
        return rgba.cols();
    }

    public int height() {
        return rgba.rows();
    }

    /** The pixels, CV_8UC4, red first; owned by this cutout. */
    public Mat rgba() {
        return rgba;
    }

    /** The tight box of what is not fully transparent; empty when nothing is left. */
    public Optional<Box> bounds() {
        try (PointerScope _ = new PointerScope()) {
            return Box.around(alpha());
        }
    }

    /** RGBA as PNG. */
    public byte[] toPng() {
        return PngWriter.rgba(rgba);
    }

    /** RGBA of the tight box as PNG; the whole when nothing is left. */
    public byte[] toCroppedPng() {
        try (PointerScope _ = new PointerScope()) {
            Box box = bounds().orElse(Box.whole(width(), height()));
            return PngWriter.rgba(new Mat(rgba, box.rect()).clone());
        }
    }

    /** The alpha alone as 8-bit grey PNG. */
    public byte[] toMaskPng() {
        try (PointerScope _ = new PointerScope()) {
            return PngWriter.grey(alpha());
        }
    }

    /** Laid on white, as 8-bit RGB PNG. */
    public byte[] toPngOnWhite() {
        try (PointerScope _ = new PointerScope()) {
            Mat bgr = new Mat();
            cvtColor(rgba, bgr, COLOR_RGBA2BGR);
            Mat white = new Mat(bgr.size(), CV_8UC3, Scalar.all(255));
            return PngWriter.bgr(Blending.over(bgr, alpha(), white));
        }
    }

    private Mat alpha() {
        Mat alpha = new Mat();
        extractChannel(rgba, alpha, 3);
        return alpha;
    }

    @Override
    public void close() {
        rgba.close();
    }
}
