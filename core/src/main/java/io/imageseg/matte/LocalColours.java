package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.mixChannels;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;

import io.imageseg.image.Floats;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The normal distribution of colours around every cell, of those cells that count.
 *
 * @param weight how many of the cells around count, 0 to 1
 * @param mean three for a cell: red, green, blue
 * @param squares the variances of red, green and blue
 * @param products the covariances red–green, green–blue, blue–red
 */
record LocalColours(float[] weight, float[] mean, float[] squares, float[] products) {
    /** From CV_32FC3 and CV_32FC1 of the same size. */
    static LocalColours of(Mat image, Mat counts, Size window) {
        Mat weighted = new Mat();
        multiply(image, Channels.three(counts), weighted);
        Mat turned = new Mat(image.size(), CV_32FC3);
        mixChannels(image, 1, turned, 1, new IntPointer(1, 0, 2, 1, 0, 2), 3);
        Mat squares = new Mat();
        multiply(weighted, image, squares);
        Mat products = new Mat();
        multiply(weighted, turned, products);
        float[] weight = around(counts, window);
        float[] mean = mean(around(weighted, window), weight);
        float[] variances = mean(around(squares, window), weight);
        float[] covariances = mean(around(products, window), weight);
        for (int i = 0; i < mean.length; i++) {
            int next = i % 3 == 2 ? i - 2 : i + 1;
            variances[i] = Math.max(0, variances[i] - mean[i] * mean[i]);
            covariances[i] -= mean[i] * mean[next];
        }
        return new LocalColours(weight, mean, variances, covariances);
    }

    static float[] around(Mat values, Size window) {
        Mat around = new Mat();
        blur(values, around, window);
        return Floats.of(around);
    }

    private static float[] mean(float[] sums, float[] weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= weight[i / 3] + 1e-6f;
        }
        return sums;
    }
}
