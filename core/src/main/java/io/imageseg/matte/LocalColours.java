package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_TOZERO;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The normal distribution of colours around every cell, of those cells that count. Belongs to the caller's PointerScope.
 *
 * @param weight how many of the cells around count, CV_32FC1, 0 to 1
 * @param mean red, green, blue
 * @param variances of red, green and blue
 * @param covariances red–green, green–blue, blue–red
 */
record LocalColours(Mat weight, Planes mean, Planes variances, Planes covariances) {
    private static final double LEAST_WEIGHT = 1e-6;

    /** From colours and CV_32FC1 of the same size. */
    static LocalColours of(Planes image, Mat counts, Size window) {
        Mat weight = new Mat();
        blur(counts, weight, window);
        try (Mat divisor = Channels.divisor(weight, LEAST_WEIGHT);
                Planes counted = image.times(counts)) {
            Planes mean = counted.each(Mat::clone);
            smooth(mean, window, divisor);
            Planes variances = counted.times(image);
            smooth(variances, window, divisor);
            subtractProduct(variances, mean, mean);
            variances.stream().forEach(variance -> threshold(variance, variance, 0, 0, THRESH_TOZERO));
            Planes covariances = counted.times(image.turned());
            smooth(covariances, window, divisor);
            subtractProduct(covariances, mean, mean.turned());
            return new LocalColours(weight, mean, variances, covariances);
        }
    }

    /** Makes sums of what counted cells hold the means of those around; in place. */
    private static void smooth(Planes sums, Size window, Mat divisor) {
        sums.stream().forEach(sum -> blur(sum, sum, window));
        sums.divideBy(divisor);
    }

    private static void subtractProduct(Planes from, Planes one, Planes other) {
        try (Mat product = new Mat()) {
            subtractProduct(from.x(), one.x(), other.x(), product);
            subtractProduct(from.y(), one.y(), other.y(), product);
            subtractProduct(from.z(), one.z(), other.z(), product);
        }
    }

    private static void subtractProduct(Mat from, Mat one, Mat other, Mat product) {
        multiply(one, other, product);
        subtract(from, product, from);
    }
}
