package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;

import org.bytedeco.opencv.global.opencv_ximgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Lays the outlines of something coarse along a picture's edges (He et al., "Guided Image Filtering", ECCV 2010): within
 * each window the result is linear in the picture's colours.
 */
public final class GuidedFilter {
    /** The guide's range: OpenCV's colour filter hardly does more than blur where it runs from 0 to 1. */
    private static final double RANGE = 255;

    private GuidedFilter() {}

    /**
     * The filtered values, which belong to the caller's PointerScope and may lie a little outside the range of what came
     * in.
     *
     * @param rgb CV_8UC3, or CV_32FC3 from 0 to 1
     * @param coarse CV_32FC1 of the same size
     * @param radius of the windows, in pixels
     * @param edge the variance of colours, each from 0 to 1, from which on they count as an edge: ε of the paper
     */
    public static Mat of(Mat rgb, Mat coarse, int radius, double edge) {
        Mat guide = new Mat();
        rgb.convertTo(guide, CV_32F, rgb.depth() == CV_32F ? RANGE : 1, 0);
        Mat filtered = new Mat();
        opencv_ximgproc.guidedFilter(guide, coarse, filtered, radius, edge * RANGE * RANGE);
        return filtered;
    }
}
