package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.accumulateProduct;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * Three values for every cell, each a plane of its own, CV_32FC1: to name them in another order costs nothing, and what
 * one plane alone is needed for is reckoned of one. Belongs to the caller's PointerScope; {@link #close} frees it before.
 */
record Planes(Mat x, Mat y, Mat z) implements AutoCloseable {

    /** The channels of CV_32FC3. */
    static Planes of(Mat three) {
        MatVector planes = new MatVector();
        split(three, planes);
        return new Planes(planes.get(0), planes.get(1), planes.get(2));
    }

    /** A part of each, which shares its cells. */
    Planes part(Rect rect) {
        return each(plane -> new Mat(plane, rect));
    }

    Planes each(UnaryOperator<Mat> made) {
        return new Planes(made.apply(x), made.apply(y), made.apply(z));
    }

    /** Writes what it makes of two planes into a third. */
    @FunctionalInterface
    interface Operation {
        void write(Mat one, Mat other, Mat made);

        private Mat made(Mat one, Mat other) {
            Mat made = new Mat();
            write(one, other, made);
            return made;
        }
    }

    /** New planes, each of like ones of both. */
    Planes each(Planes other, Operation operation) {
        return new Planes(operation.made(x, other.x), operation.made(y, other.y), operation.made(z, other.z));
    }

    /** The second, the third and the first of the same planes. */
    Planes turned() {
        return new Planes(y, z, x);
    }

    /** The third, the first and the second. */
    Planes turnedBack() {
        return new Planes(z, x, y);
    }

    Planes times(Planes other) {
        return each(other, (one, another, product) -> multiply(one, another, product));
    }

    Planes times(Mat weight) {
        return times(new Planes(weight, weight, weight));
    }

    Planes minus(Planes other) {
        return each(other, (one, another, rest) -> subtract(one, another, rest));
    }

    /** In place. */
    Planes divideBy(Mat divisor) {
        stream().forEach(plane -> divide(plane, divisor, plane));
        return this;
    }

    /** The sum of the products of like planes. */
    Mat dot(Planes other) {
        Mat sum = new Mat();
        multiply(x, other.x, sum);
        accumulateProduct(y, other.y, sum);
        accumulateProduct(z, other.z, sum);
        return sum;
    }

    Stream<Mat> stream() {
        return Stream.of(x, y, z);
    }

    @Override
    public void close() {
        stream().forEach(Mat::close);
    }
}
