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
        float[] mean = around(weighted, window);
        float[] variances = around(squares, window);
        float[] covariances = around(products, window);
        for (int cell = 0, at = 0; cell < weight.length; cell++, at += 3) {
            float share = 1 / (weight[cell] + 1e-6f);
            float red = mean[at] * share;
            float green = mean[at + 1] * share;
            float blue = mean[at + 2] * share;
            mean[at] = red;
            mean[at + 1] = green;
            mean[at + 2] = blue;
            variances[at] = Math.max(0, variances[at] * share - red * red);
            variances[at + 1] = Math.max(0, variances[at + 1] * share - green * green);
            variances[at + 2] = Math.max(0, variances[at + 2] * share - blue * blue);
            covariances[at] = covariances[at] * share - red * green;
            covariances[at + 1] = covariances[at + 1] * share - green * blue;
            covariances[at + 2] = covariances[at + 2] * share - blue * red;
        }
        return new LocalColours(weight, mean, variances, covariances);
    }

    static float[] around(Mat values, Size window) {
        Mat around = new Mat();
        blur(values, around, window);
        return Floats.of(around);
    }
}
