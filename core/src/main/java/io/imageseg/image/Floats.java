package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Float matrices as arrays in row-major order, for loops that look at several of them at once. */
public final class Floats {
    private Floats() {}

    /** A copy of the values, channels interleaved. */
    public static float[] of(Mat mat) {
        Mat whole = mat.isContinuous() ? mat : mat.clone();
        float[] values = new float[(int) whole.total() * whole.channels()];
        FloatBuffer buffer = whole.createBuffer();
        buffer.get(values);
        return values;
    }

    /** A matrix with a copy of the values, with as many channels as fit. */
    public static Mat mat(float[] values, int width, int height) {
        Mat mat = new Mat(height, width, CV_32FC(values.length / (width * height)));
        FloatBuffer buffer = mat.createBuffer();
        buffer.put(values);
        return mat;
    }
}
