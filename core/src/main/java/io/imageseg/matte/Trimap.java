package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY_INV;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.erode;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What a matte is sure of and what not, in cells of {@link #cell} pixels: surely inside is what is opaque and not near
 * anything else, surely outside likewise. CV_32FC1, 0 or 1; what is unknown fades over a cell. Belongs to the caller's
 * PointerScope.
 */
record Trimap(Mat foreground, Mat background, Mat unknown, int cell) {
    private static final double OPAQUE = .95;

    /** How far from what is not opaque or not clear the matte is believed, as a part of the long side. */
    private static final int NEAR = 130;

    /** About so many cells lie along the long side. */
    private static final int CELLS = 300;

    /** From a matte, CV_32FC1. */
    static Trimap of(Mat alpha) {
        int longSide = Math.max(alpha.cols(), alpha.rows());
        int cell = Math.max(1, (int) Math.round((double) longSide / CELLS));
        Mat small = shrunk(alpha, cell);
        int reach = Math.max(1, (int) Math.round((double) longSide / NEAR / cell));
        Mat foreground = sure(small, OPAQUE, THRESH_BINARY, reach);
        Mat background = sure(small, 1 - OPAQUE, THRESH_BINARY_INV, reach);
        Mat known = new Mat();
        add(foreground, background, known);
        blur(known, known, new Size(3, 3));
        return new Trimap(foreground, background, Channels.complement(known), cell);
    }

    /** Means over cells, as floats. */
    static Mat shrunk(Mat pixels, int cell) {
        Mat small = new Mat();
        Size size = new Size((pixels.cols() + cell - 1) / cell, (pixels.rows() + cell - 1) / cell);
        resize(pixels, small, size, 0, 0, INTER_AREA);
        small.convertTo(small, CV_32F);
        return small;
    }

    private static Mat sure(Mat alpha, double bound, int side, int reach) {
        Mat sure = new Mat();
        threshold(alpha, sure, bound, 1, side);
        Mat mask = new Mat();
        sure.convertTo(mask, CV_8UC1);
        erode(mask, mask, PersonOutline.disc(reach));
        mask.convertTo(sure, CV_32F);
        return sure;
    }
}
