package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.min;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.CV_DIST_L2;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.distanceTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Arithmetic on coverages, CV_32FC1 from 0 to 1 and all of one size. Results belong to the caller's PointerScope. */
final class Coverage {
    private static final int PRECISE = 5;

    private Coverage() {}

    static Mat none(Mat like) {
        return new Mat(like.size(), CV_32FC1, Scalar.all(0));
    }

    /** Keeps values between 0 and 1, in place. */
    static void clip(Mat values) {
        max(values, none(values), values);
        min(values, new Mat(values.size(), CV_32FC1, Scalar.all(1)), values);
    }

    /** The larger of several. */
    static Mat union(Mat first, Mat... others) {
        Mat union = first.clone();
        for (Mat other : others) {
            max(union, other, union);
        }
        return union;
    }

    /** What of one the others leave, so that all together cover no pixel more than once. */
    static Mat without(Mat one, Mat... others) {
        Mat taken = none(one);
        for (Mat other : others) {
            add(taken, other, taken);
        }
        Mat left = new Mat();
        subtract(new Mat(one.size(), CV_32FC1, Scalar.all(1)), taken, left);
        max(left, none(one), left);
        min(left, one, left);
        return left;
    }

    /** CV_8UC1, 255 where at least half is covered. */
    static Mat half(Mat coverage) {
        Mat half = new Mat();
        threshold(coverage, half, .5, 255, THRESH_BINARY);
        Mat mask = new Mat();
        half.convertTo(mask, CV_8UC1);
        return mask;
    }

    /** The distance from the outline in pixels, CV_32FC1, positive inside. */
    static Mat depth(Mat coverage) {
        Mat inside = half(coverage);
        Mat outside = new Mat();
        bitwise_not(inside, outside);
        Mat in = new Mat();
        distanceTransform(inside, in, CV_DIST_L2, PRECISE);
        Mat out = new Mat();
        distanceTransform(outside, out, CV_DIST_L2, PRECISE);
        Mat depth = new Mat();
        subtract(in, out, depth);
        return depth;
    }
}
