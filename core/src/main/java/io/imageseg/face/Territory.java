package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Whose is a pixel of a group: it belongs to the person in the frame of whose face it lies nearest to the head or to
 * where the body must be. Decided on a coarse grid, so that the border between two people is soft.
 */
final class Territory {
    private static final int GRID = 160;
    private static final double HALF_WIDTH = 1.25;
    private static final double CENTRE = .12;
    private static final double HALF_HEIGHT = .85;

    /** Where somebody else's body may be, a head ends sooner above. */
    private static final double HALF_HEIGHT_BEFORE_BODY = .5;

    /** A body, in the frame of its face: from the chin down, as wide as the neck and soon as the shoulders. */
    private static final double CHIN = -.75;

    private static final double BODY_HEIGHT = 3;
    private static final double NECK = 1.2;
    private static final double WIDENING = 4;

    /** As far as this from a head is the middle of its body; the nearer middle wins where two bodies may be. */
    private static final double ON_BODY = 1.05;

    private static final double ASIDE = .3;

    private Territory() {}

    /** How much of each pixel of a box is this face's ground, CV_32FC1, 0 to 1; all of it when there is nobody else. */
    static Mat of(FaceMesh mesh, List<FaceMesh> others, Box box) {
        double scale = Math.min(1, (double) GRID / Math.max(box.width(), box.height()));
        int width = (int) Math.ceil(box.width() * scale);
        int height = (int) Math.ceil(box.height() * scale);
        FaceFrame own = FaceFrame.of(mesh);
        List<FaceFrame> frames = others.stream().map(FaceFrame::of).toList();
        float[] mine = new float[width * height];
        for (int i = 0; i < mine.length; i++) {
            double x = box.x() + (i % width + .5) * box.width() / width;
            double y = box.y() + (i / width + .5) * box.height() / height;
            double toHead = Math.min(toHead(own, x, y, HALF_HEIGHT), toBody(own, x, y));
            double beforeBody = Math.min(toHead(own, x, y, HALF_HEIGHT_BEFORE_BODY), toBody(own, x, y));
            boolean nearest = frames.stream()
                    .allMatch(frame -> toHead < toHead(frame, x, y, HALF_HEIGHT) && beforeBody < toBody(frame, x, y));
            mine[i] = nearest ? 1 : 0;
        }
        Mat ground = new Mat();
        resize(Floats.mat(mine, width, height), ground, new Size(box.width(), box.height()), 0, 0, INTER_LINEAR);
        for (FaceMesh other : others) {
            Polygon face = HeadOutline.withJaw(other, FaceFrame.of(other), 1);
            ground = Coverage.without(ground, face.coverage(box));
        }
        return ground;
    }

    /** The distance to where a body must be, below its chin; infinite elsewhere. */
    private static double toBody(FaceFrame frame, double x, double y) {
        double below = CHIN - frame.v(x, y);
        double aside = Math.abs(frame.u(x, y));
        boolean onBody = below > 0 && below < BODY_HEIGHT && aside < NECK + WIDENING * below;
        return onBody ? ON_BODY + ASIDE * aside : Double.POSITIVE_INFINITY;
    }

    private static double toHead(FaceFrame frame, double x, double y, double heightAbove) {
        double v = frame.v(x, y) - CENTRE;
        return Math.hypot(frame.u(x, y) / HALF_WIDTH, v / (v > 0 ? heightAbove : HALF_HEIGHT));
    }
}
