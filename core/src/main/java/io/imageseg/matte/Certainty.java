package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.erode;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * How sure a look of IS-Net's is, in cells of its square. On labelled photos and composites a second, closer look mended
 * mattes that were in doubt beyond their edges, and thin subjects; it left all others as they were, or worse.
 *
 * @param doubt what lies between clear and opaque (Σ 4α(1 − α)) away from the outline, by the outline's length
 * @param width the subject's area by its outline's length
 */
record Certainty(double doubt, double width) {
    /** So near the outline a matte is between clear and opaque because its edge is soft. */
    private static final int EDGE = 6;

    private static final double MOST_DOUBT = .3;
    private static final double LEAST_WIDTH = 20;

    /** Of the subject's matte alone, CV_32FC1, {@link SalientMatte#SIDE} a side. */
    static Certainty of(Mat alpha) {
        Mat inside = Components.above(alpha, .5);
        Mat outline = new Mat();
        erode(inside, outline, square(1));
        subtract(inside, outline, outline);
        double length = Math.max(1, countNonZero(outline));
        Mat away = new Mat();
        dilate(outline, away, square(EDGE));
        bitwise_not(away, away);
        double doubted;
        try (Mat undecided = Channels.undecided(alpha, 4)) {
            doubted = mean(undecided, away).get(0) * countNonZero(away);
        }
        return new Certainty(doubted / length, countNonZero(inside) / length);
    }

    /** Whether a closer look would show nothing that this one missed. */
    boolean isEnough() {
        return doubt <= MOST_DOUBT && width >= LEAST_WIDTH;
    }

    private static Mat square(int radius) {
        return getStructuringElement(MORPH_RECT, new Size(2 * radius + 1, 2 * radius + 1));
    }
}
