package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** How much of each pixel belongs to the subject: 32-bit floats, 0 to 1, in native memory that {@link #close} frees. */
public final class Matte implements AutoCloseable {
    private final Mat alpha;

    /** Takes ownership of {@code alpha}, CV_32FC1 with values from 0 to 1. */
    public Matte(Mat alpha) {
        if (alpha.type() != CV_32FC1) {
            throw new IllegalArgumentException("a matte is CV_32FC1");
        }
        this.alpha = alpha;
    }

    public int width() {
        return alpha.cols();
    }

    public int height() {
        return alpha.rows();
    }

    /** The values, CV_32FC1; owned by this matte and not to be written to. */
    public Mat alpha() {
        return alpha;
    }

    /** Whether no pixel is more than half covered. */
    public boolean isEmpty() {
        return covered() == 0;
    }

    /** Whether every pixel is more than half covered. */
    public boolean isFull() {
        return covered() == alpha.total();
    }

    private int covered() {
        try (PointerScope _ = new PointerScope()) {
            Mat covered = new Mat();
            threshold(alpha, covered, .5, 1, THRESH_BINARY);
            return countNonZero(covered);
        }
    }

    /** The same in another size, owned by the caller. */
    public Matte resized(int width, int height) {
        try (PointerScope _ = new PointerScope()) {
            Mat resized = new Mat();
            boolean shrinks = width < width() || height < height();
            resize(alpha, resized, new Size(width, height), 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
            resized.retainReference();
            return new Matte(resized);
        }
    }

    /** As 8-bit grey PNG. */
    public byte[] toPng() {
        try (PointerScope _ = new PointerScope()) {
            Mat grey = new Mat();
            alpha.convertTo(grey, CV_8U, 255, 0);
            return PngWriter.grey(grey);
        }
    }

    @Override
    public void close() {
        alpha.close();
    }
}
