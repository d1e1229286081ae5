package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY_INV;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.erode;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Brings what is known about people on a coarse grid and IS-Net's fine edges together. */
final class PersonOutline {
    /** Half the band's width along an outline, as a part of the picture's long side. */
    private static final int BAND = 320;

    /** What is narrower than twice this part of the long side is an edge and no region of its own. */
    private static final int REGION = 120;

    private static final double LIKELY = 0;

    /** The log-odds of .9. */
    private static final double SURE = 2.2;

    private PersonOutline() {}

    /**
     * IS-Net's alpha in a band about the outline, 0 outside it, 1 inside; regions that it lacks are filled.
     *
     * @param salience CV_32FC1, 0 to 1
     * @param logOdds of a person, CV_32FC1, of the same size
     */
    static Mat merge(Mat salience, Mat logOdds) {
        int longSide = Math.max(salience.cols(), salience.rows());
        int band = longSide / BAND;
        Mat near = new Mat();
        dilate(above(logOdds, LIKELY), near, disc(band));
        Mat sure = new Mat();
        erode(above(logOdds, SURE), sure, disc(band));
        Mat merged = new Mat();
        multiply(salience, soft(near, band), merged);
        max(merged, soft(sure, band), merged);
        fill(merged, salience, logOdds, Math.max(2, longSide / REGION));
        return merged;
    }

    private static void fill(Mat merged, Mat salience, Mat logOdds, int radius) {
        Mat faint = new Mat();
        threshold(salience, faint, .5, 255, THRESH_BINARY_INV);
        Mat missed = new Mat();
        faint.convertTo(missed, CV_8UC1);
        bitwise_and(missed, above(logOdds, LIKELY), missed);
        morphologyEx(missed, missed, MORPH_OPEN, disc(radius));
        if (countNonZero(missed) > 0) {
            dilate(missed, missed, disc(radius + 2));
            Mat filling = new Mat();
            multiply(likelihood(logOdds), soft(missed, radius), filling);
            max(merged, filling, merged);
        }
    }

    /** A probability from .25 to .75, stretched to 0 to 1, which is about linear in the log-odds there. */
    private static Mat likelihood(Mat logOdds) {
        Mat likelihood = new Mat();
        logOdds.convertTo(likelihood, CV_32FC1, 1 / 2.2, .5);
        Channels.clip(likelihood, 1);
        return likelihood;
    }

    private static Mat above(Mat values, double least) {
        Mat above = new Mat();
        threshold(values, above, least, 255, THRESH_BINARY);
        Mat mask = new Mat();
        above.convertTo(mask, CV_8UC1);
        return mask;
    }

    private static Mat soft(Mat mask, int radius) {
        Mat soft = new Mat();
        mask.convertTo(soft, CV_32FC1, 1 / 255.0, 0);
        blur(soft, soft, new Size(2 * radius + 1, 2 * radius + 1));
        return soft;
    }

    static Mat disc(int radius) {
        return getStructuringElement(MORPH_ELLIPSE, new Size(2 * radius + 1, 2 * radius + 1));
    }
}
