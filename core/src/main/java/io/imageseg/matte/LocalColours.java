package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.divide;
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
 * @param mean CV_32FC3: red, green, blue
 * @param variances CV_32FC3, of red, green and blue
 * @param covariances CV_32FC3: red–green, green–blue, blue–red
 */
record LocalColours(Mat weight, Mat mean, Mat variances, Mat covariances) {
    private static final double LEAST_WEIGHT = 1e-6;

    /** From CV_32FC3 and CV_32FC1 of the same size. */
    static LocalColours of(Mat image, Mat counts, Size window) {
        Mat weight = new Mat();
        blur(counts, weight, window);
        Mat divisor = Channels.three(Channels.divisor(weight, LEAST_WEIGHT));
        Mat counted = new Mat();
        multiply(image, Channels.three(counts), counted);
        Mat turned = Channels.turned(image);
        Mat mean = mean(counted, divisor, window);
        Mat variances = meanProduct(counted, image, divisor, window);
        Mat covariances = meanProduct(counted, turned, divisor, window);
        Mat square = new Mat();
        multiply(mean, mean, square);
        subtract(variances, square, variances);
        threshold(variances, variances, 0, 0, THRESH_TOZERO);
        multiply(mean, Channels.turned(mean), square);
        subtract(covariances, square, covariances);
        return new LocalColours(weight, mean, variances, covariances);
    }

    private static Mat meanProduct(Mat counted, Mat other, Mat divisor, Size window) {
        Mat product = new Mat();
        multiply(counted, other, product);
        return mean(product, divisor, window);
    }

    private static Mat mean(Mat counted, Mat divisor, Size window) {
        Mat mean = new Mat();
        blur(counted, mean, window);
        divide(mean, divisor, mean);
        return mean;
    }
}
