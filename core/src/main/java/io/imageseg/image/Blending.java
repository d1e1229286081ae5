package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/** Porter and Duff's "over" for straight alpha. Results belong to the caller's PointerScope. */
final class Blending {
    private Blending() {}

    /** {@code alpha·front + (1−alpha)·back}, all 8-bit, alpha 255 opaque; a new CV_8UC3. */
    static Mat over(Mat front, Mat alpha, Mat back) {
        Mat weight = new Mat();
        alpha.convertTo(weight, CV_32F, 1 / 255.0, 0);
        Mat weights = new Mat();
        merge(new MatVector(weight, weight, weight), weights);
        Mat from = new Mat();
        back.convertTo(from, CV_32F);
        Mat difference = new Mat();
        front.convertTo(difference, CV_32F);
        subtract(difference, from, difference);
        multiply(difference, weights, difference);
        add(difference, from, difference);
        Mat blended = new Mat();
        difference.convertTo(blended, CV_8UC3);
        return blended;
    }
}
