package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_TOZERO;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_TRUNC;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Float channels: weights beside colours. Results belong to the caller's PointerScope. */
final class Channels {
    private Channels() {}

    /** One channel three times. */
    static Mat three(Mat one) {
        Mat three = new Mat();
        merge(new MatVector(one, one, one), three);
        return three;
    }

    /** Below 0 becomes 0, above {@code most} becomes {@code most}; in place. */
    static void clip(Mat values, double most) {
        clip(values, most, values);
    }

    /** The same, of a copy. */
    static Mat clipped(Mat values, double most) {
        Mat clipped = new Mat();
        clip(values, most, clipped);
        return clipped;
    }

    private static void clip(Mat values, double most, Mat clipped) {
        threshold(values, clipped, 0, 0, THRESH_TOZERO);
        threshold(clipped, clipped, most, 0, THRESH_TRUNC);
    }

    /** 1 − weight. */
    static Mat complement(Mat weight) {
        Mat rest = new Mat();
        weight.convertTo(rest, -1, -1, 1);
        return rest;
    }

    /** scale · weight · (1 − weight). */
    static Mat undecided(Mat weight, double scale) {
        Mat undecided = complement(weight);
        multiply(weight, undecided, undecided, scale, -1);
        return undecided;
    }

    /** Weights to divide by: each more by a little, so that none is 0. */
    static Mat divisor(Mat weight, double least) {
        Mat divisor = new Mat();
        weight.convertTo(divisor, -1, 1, least);
        return divisor;
    }

    /** The same value everywhere, in the shape of {@code like}. */
    static Mat constant(Mat like, double value) {
        return new Mat(like.size(), like.type(), Scalar.all(value));
    }
}
