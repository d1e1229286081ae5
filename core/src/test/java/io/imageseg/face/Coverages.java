package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.sumElems;

import io.imageseg.image.Floats;
import org.bytedeco.opencv.opencv_core.Mat;

/** Looks at coverages, and small ones to look at. */
final class Coverages {
    private Coverages() {}

    /** In pixels, each counted as far as it is covered. */
    static double area(Mat coverage) {
        return sumElems(coverage).get(0);
    }

    static float at(Mat coverage, int x, int y) {
        return Floats.of(coverage)[y * coverage.cols() + x];
    }

    /** The most that coverages of one size cover any pixel together. */
    static float most(Mat... coverages) {
        float[] sums = new float[(int) coverages[0].total()];
        for (Mat coverage : coverages) {
            float[] values = Floats.of(coverage);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += values[i];
            }
        }
        float most = 0;
        for (float sum : sums) {
            most = Math.max(most, sum);
        }
        return most;
    }

    /** A row of pixels. */
    static Mat row(float... values) {
        return Floats.mat(values, values.length, 1);
    }
}
