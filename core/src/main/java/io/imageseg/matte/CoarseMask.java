package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.CV_DIST_L2;
import static org.bytedeco.opencv.global.opencv_imgproc.distanceTransform;

import io.imageseg.image.Box;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A mask that says about where something is: what is more than half covered is inside. Its outline is good for a band on
 * both sides of it, beyond which the mask is right. Lives in the scope of whoever made it.
 *
 * @param inside CV_8UC1, 255 or 0
 * @param depth the distance from the outline in pixels, CV_32FC1, positive inside
 */
record CoarseMask(Mat inside, Mat depth) {
    /** Half the band's width, as a part of the long side. */
    private static final double BAND = 1 / 60.0;

    /** Masks are off by pixels, however small the picture: smaller ones are treated as if they had this long side. */
    private static final int LEAST_LONG_SIDE = 360;

    /** Over so many pixels the band ends. */
    private static final double FADE = 4;

    private static final int PRECISE = 5;

    /** From coverage, CV_32FC1, that is above and not above a half somewhere. */
    static CoarseMask of(Mat coverage) {
        return ofInside(Components.above(coverage, .5));
    }

    private static CoarseMask ofInside(Mat inside) {
        Mat depth = new Mat();
        try (PointerScope _ = new PointerScope()) {
            Mat outside = new Mat();
            bitwise_not(inside, outside);
            Mat out = new Mat();
            distanceTransform(outside, out, CV_DIST_L2, PRECISE);
            distanceTransform(inside, depth, CV_DIST_L2, PRECISE);
            subtract(depth, out, depth);
        }
        return new CoarseMask(inside, depth);
    }

    /** The tight box of what is inside. */
    Box box() {
        return Box.around(inside).orElseThrow();
    }

    /** 1 inside, else 0, CV_32FC1. */
    Mat coverage() {
        Mat coverage = new Mat();
        inside.convertTo(coverage, CV_32FC1, 1 / 255.0, 0);
        return coverage;
    }

    /** The length, in pixels, of which distances from the outline are parts. */
    double scale() {
        return Math.max(LEAST_LONG_SIDE, Math.max(inside.cols(), inside.rows()));
    }

    /** Half the band's width in pixels. */
    double band() {
        return BAND * scale();
    }

    /** The same mask elsewhere, continued at the picture's edge; unmoved if nothing of it would be left. */
    CoarseMask moved(Shift shift) {
        if (shift.equals(Shift.NONE)) {
            return this;
        }
        Mat wide = new Mat();
        int border = Math.max(Math.abs(shift.right()), Math.abs(shift.down()));
        copyMakeBorder(inside, wide, border, border, border, border, BORDER_REPLICATE);
        Box place = new Box(border - shift.right(), border - shift.down(), inside.cols(), inside.rows());
        Mat moved = new Mat(wide, place.rect()).clone();
        int covered = countNonZero(moved);
        return covered == 0 || covered == moved.total() ? this : ofInside(moved);
    }

    /** An alpha within the band, this mask beyond it; CV_32FC1. */
    Mat confine(Mat alpha) {
        Mat confined = new Mat();
        try (PointerScope _ = new PointerScope()) {
            multiply(alpha, ramp(-band()), confined);
            max(confined, ramp(band()), confined);
        }
        return confined;
    }

    /** 0 up to a depth, 1 from a little further inside. */
    private Mat ramp(double from) {
        Mat ramp = new Mat();
        depth.convertTo(ramp, CV_32FC1, 1 / FADE, -from / FADE);
        Channels.clip(ramp, 1);
        return ramp;
    }
}
