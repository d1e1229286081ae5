package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import org.bytedeco.opencv.opencv_core.Mat;

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

    @Override
    public void close() {
        alpha.close();
    }
}
