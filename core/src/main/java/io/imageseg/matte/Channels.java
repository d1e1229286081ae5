package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.mixChannels;
import static org.bytedeco.opencv.global.opencv_core.transform;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_TOZERO;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_TRUNC;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.javacpp.IntPointer;
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

    /** The first of three channels. */
    static Mat first(Mat three) {
        return channel(three, 0);
    }

    /** The last of three channels. */
    static Mat last(Mat three) {
        return channel(three, 2);
    }

    private static Mat channel(Mat three, int index) {
        Mat one = new Mat();
        extractChannel(three, one, index);
        return one;
    }

    /** Of three channels the second, the third and the first. */
    static Mat turned(Mat three) {
        Mat turned = new Mat(three.size(), three.type());
        mixChannels(three, 1, turned, 1, new IntPointer(1, 0, 2, 1, 0, 2), 3);
        return turned;
    }

    /** Of three channels the third, the first and the second: {@link #turned}, undone. */
    static Mat turnedBack(Mat three) {
        Mat turned = new Mat(three.size(), three.type());
        mixChannels(three, 1, turned, 1, new IntPointer(2, 0, 0, 1, 1, 2), 3);
        return turned;
    }

    /** Three channels added up. */
    static Mat sum(Mat three) {
        Mat sum = new Mat();
        transform(three, sum, new Mat(1, 3, CV_32F, Scalar.all(1)));
        return sum;
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
