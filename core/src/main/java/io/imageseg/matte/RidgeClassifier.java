package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.DECOMP_CHOLESKY;
import static org.bytedeco.opencv.global.opencv_core.DECOMP_LU;
import static org.bytedeco.opencv.global.opencv_core.GEMM_1_T;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.gemm;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.repeat;
import static org.bytedeco.opencv.global.opencv_core.solve;

import io.imageseg.image.Floats;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Linear regression with a penalty on large coefficients (Hoerl and Kennard, "Ridge Regression", 1970). */
final class RidgeClassifier {
    private RidgeClassifier() {}

    /**
     * Learns from labelled rows and judges all rows.
     *
     * @param features CV_32FC1, a row a sample
     * @param labels 1 for one class, −1 for the other, 0 for rows whose class is not known; both classes weigh the same
     * @param penalty relative to the samples' mean square
     * @return for each row about 1 or −1
     */
    static float[] judge(Mat features, float[] labels, double penalty) {
        int positive = 0;
        int negative = 0;
        for (float label : labels) {
            positive += label > 0 ? 1 : 0;
            negative += label < 0 ? 1 : 0;
        }
        Mat known = new Mat(positive + negative, features.cols(), CV_32FC1);
        float[] weights = new float[positive + negative];
        float[] targets = new float[positive + negative];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0) {
                features.row(i).copyTo(known.row(count));
                weights[count] = .5f / (labels[i] > 0 ? positive : negative);
                targets[count++] = labels[i];
            }
        }
        Mat weighted = new Mat();
        repeat(Floats.mat(weights, 1, count), 1, features.cols(), weighted);
        multiply(known, weighted, weighted);
        Mat none = new Mat();
        Mat square = new Mat();
        gemm(weighted, known, 1, none, 0, square, GEMM_1_T);
        Mat diagonal = square.diag();
        add(diagonal, new Mat(diagonal.size(), CV_32FC1, Scalar.all(penalty)), diagonal);
        Mat right = new Mat();
        gemm(weighted, Floats.mat(targets, 1, count), 1, none, 0, right, GEMM_1_T);
        Mat coefficients = new Mat();
        if (!solve(square, right, coefficients, DECOMP_CHOLESKY)) {
            solve(square, right, coefficients, DECOMP_LU);
        }
        Mat judged = new Mat();
        gemm(features, coefficients, 1, none, 0, judged);
        return Floats.of(judged);
    }
}
