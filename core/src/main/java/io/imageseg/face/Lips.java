package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Point;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The lips and what shows between them, as coverages of a box, disjoint.
 *
 * @param mouth nothing when the mouth is closed; the seam then belongs to the lower lip
 */
record Lips(Mat upper, Mat lower, Mat mouth, boolean isOpen) {
    /** Closed mouths have a gap of up to .022 of their width, open ones from .141 on, on labelled photos. */
    private static final double OPEN = .06;

    /** The mesh's inner line runs on the lips; teeth and tongue begin further in. */
    private static final double OPENING = .78;

    /** The mesh's line lies inside the upper lip's edge by about this share of the lip, on labelled photos. */
    private static final double EDGE = 1.1;

    private static final int UPPER_MIDDLE = 13;
    private static final int LOWER_MIDDLE = 14;
    private static final int RIGHT_CORNER = 78;
    private static final int LEFT_CORNER = 308;

    static Lips of(FaceMesh mesh, Box box) {
        boolean open = gap(mesh) > OPEN;
        List<Point> outerUpper = mesh.points(FaceContours.OUTER_UPPER_LIP);
        List<Point> outerLower = mesh.points(FaceContours.OUTER_LOWER_LIP);
        List<Point> innerUpper = mesh.points(FaceContours.INNER_UPPER_LIP);
        List<Point> innerLower = mesh.points(FaceContours.INNER_LOWER_LIP);
        if (open) {
            List<Point> narrowedUpper = narrowed(innerUpper, innerLower);
            innerLower = narrowed(innerLower, innerUpper);
            innerUpper = narrowedUpper;
        }
        outerUpper = spread(outerUpper, innerUpper);
        Mat upper = Polygon.between(outerUpper, innerUpper).coverage(box);
        Mat lower = Polygon.between(outerLower, innerLower).coverage(box);
        if (open) {
            Mat mouth = Polygon.between(innerUpper, innerLower).coverage(box);
            Mat below = Coverage.without(lower, mouth);
            return new Lips(Coverage.without(upper, mouth, below), below, mouth, true);
        }
        Mat seam = Coverage.without(Polygon.between(outerUpper, outerLower).coverage(box), upper);
        Mat below = Coverage.union(lower, seam);
        return new Lips(Coverage.without(upper, below), below, Coverage.none(upper), false);
    }

    /** How far the lips are apart, as a share of the mouth's width. */
    private static double gap(FaceMesh mesh) {
        return mesh.point(UPPER_MIDDLE).distance(mesh.point(LOWER_MIDDLE))
                / mesh.point(RIGHT_CORNER).distance(mesh.point(LEFT_CORNER));
    }

    /** A line moved towards another, but for the corners, where they meet. */
    private static List<Point> narrowed(List<Point> line, List<Point> towards) {
        List<Point> narrowed = new ArrayList<>(line);
        for (int i = 1; i < line.size() - 1; i++) {
            Point middle = line.get(i).middle(towards.get(i));
            narrowed.set(i, middle.plus(line.get(i).minus(middle).times(OPENING)));
        }
        return narrowed;
    }

    /** A line moved away from another, but for the corners. */
    private static List<Point> spread(List<Point> line, List<Point> from) {
        List<Point> spread = new ArrayList<>(line);
        for (int i = 1; i < line.size() - 1; i++) {
            Point start = from.get(i);
            spread.set(i, start.plus(line.get(i).minus(start).times(EDGE)));
        }
        return spread;
    }
}
