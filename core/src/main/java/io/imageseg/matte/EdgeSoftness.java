package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.inRange;
import static org.bytedeco.opencv.global.opencv_core.magnitude;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.Scharr;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_TOZERO_INV;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Where a matte's edge is that of hair or fur: its transition is wide, and so are its neighbours along the outline. A
 * wide spot on a sharp outline is a doubt of the network's, and a plateau is no edge at all.
 */
final class EdgeSoftness {
    private static final double FAINT = .06;

    /** Widths of a transition in thousandths of the long side: hair from, hair fully from, no edge from. */
    private static final double HAIR_FROM = 3;

    private static final double HAIR_FULLY = 8;
    private static final double PLATEAU_FROM = 18;

    /** In a smaller picture than this an edge of a pixel or two would count as wide. */
    private static final int SMALLEST = 600;

    /** Parts of the long side over which widths are taken, and over which neighbours count. */
    private static final int WINDOW = 60;

    private static final int NEIGHBOURS = 14;
    private static final int BLUR = 300;

    /** In cells: so far beyond a wide edge hairs are looked for. */
    private static final int REACH = 5;

    /** The share of wide edges among neighbours: hair from, hair fully from. */
    private static final double SHARE_FROM = .08;

    private static final double SHARE_FULLY = .16;

    private EdgeSoftness() {}

    /** 0 to 1, CV_32FC1, in the trimap's cells; in the caller's PointerScope. */
    static Mat of(Mat alpha, Trimap trimap) {
        int longSide = Math.max(alpha.cols(), alpha.rows());
        double pixels = Math.max(SMALLEST, longSide) / 1000.0;
        Mat steepness = steepness(alpha, trimap.cell());
        Size window = window((double) longSide / WINDOW / trimap.cell());
        Mat area = softArea(alpha, trimap.cell());
        Mat width = quotient(area, steepness, window, 1e-4, 255);
        Mat hair = ramp(width, HAIR_FROM * pixels, HAIR_FULLY * pixels);
        multiply(hair, steepness, hair);
        Mat share = quotient(hair, steepness, window((double) longSide / NEIGHBOURS / trimap.cell()), 1e-3, 1);
        multiply(width, ramp(share, SHARE_FROM, SHARE_FULLY), width);
        dilate(width, width, getStructuringElement(MORPH_RECT, new Size(REACH, REACH)));
        threshold(width, width, PLATEAU_FROM * pixels, 0, THRESH_TOZERO_INV);
        Mat softness = ramp(width, HAIR_FROM * pixels, HAIR_FULLY * pixels);
        multiply(softness, doubt(alpha, (double) longSide / BLUR / trimap.cell(), trimap.cell()), softness);
        return softness;
    }

    /** How near the matte is to a half around each cell, 0 to 1. */
    private static Mat doubt(Mat alpha, double sigma, int cell) {
        try (Mat doubt = Channels.undecided(alpha, 8)) {
            Mat small = Trimap.shrunk(doubt, cell);
            GaussianBlur(small, small, new Size(), Math.max(.5, sigma));
            Channels.clip(small, 1);
            return small;
        }
    }

    private static Mat softArea(Mat alpha, int cell) {
        try (Mat soft = new Mat()) {
            inRange(
                    alpha,
                    new Mat(1, 1, alpha.type(), Scalar.all(FAINT)),
                    new Mat(1, 1, alpha.type(), Scalar.all(1 - FAINT)),
                    soft);
            return Trimap.shrunk(soft, cell);
        }
    }

    private static Mat steepness(Mat alpha, int cell) {
        try (Mat across = new Mat();
                Mat down = new Mat()) {
            Scharr(alpha, across, CV_32F, 1, 0, 1 / 32.0, 0, 4);
            Scharr(alpha, down, CV_32F, 0, 1, 1 / 32.0, 0, 4);
            magnitude(across, down, across);
            return Trimap.shrunk(across, cell);
        }
    }

    private static Mat quotient(Mat sum, Mat weight, Size window, double least, double unit) {
        Mat quotient = new Mat();
        blur(sum, quotient, window);
        Mat total = new Mat();
        blur(weight, total, window);
        divide(quotient, Channels.divisor(total, least), quotient, 1 / unit, -1);
        return quotient;
    }

    private static Size window(double radius) {
        int side = 2 * Math.max(1, (int) Math.round(radius)) + 1;
        return new Size(side, side);
    }

    /** 0 up to {@code from}, 1 from {@code fully} on. */
    private static Mat ramp(Mat values, double from, double fully) {
        Mat ramp = new Mat();
        values.convertTo(ramp, CV_32F, 1 / (fully - from), -from / (fully - from));
        Channels.clip(ramp, 1);
        return ramp;
    }
}
