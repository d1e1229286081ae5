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
            double distance = toPerson(own, x, y);
            mine[i] = frames.stream().allMatch(frame -> distance < toPerson(frame, x, y)) ? 1 : 0;
        }
        Mat ground = new Mat();
        resize(Floats.mat(mine, width, height), ground, new Size(box.width(), box.height()), 0, 0, INTER_LINEAR);
        for (FaceMesh other : others) {
            Polygon face = HeadOutline.withJaw(other, FaceFrame.of(other), 1);
            ground = Coverage.without(ground, face.coverage(box));
        }
        return ground;
    }

    /** The distance to a head or, below its chin, to the body that must be there. */
    private static double toPerson(FaceFrame frame, double x, double y) {
        double below = CHIN - frame.v(x, y);
        boolean onBody = below > 0 && below < BODY_HEIGHT && Math.abs(frame.u(x, y)) < NECK + WIDENING * below;
        double toBody = ON_BODY + ASIDE * Math.abs(frame.u(x, y));
        return onBody ? Math.min(distance(frame, x, y), toBody) : distance(frame, x, y);
    }

    private static double distance(FaceFrame frame, double x, double y) {
        return Math.hypot(frame.u(x, y) / HALF_WIDTH, (frame.v(x, y) - CENTRE) / HALF_HEIGHT);
    }
}
