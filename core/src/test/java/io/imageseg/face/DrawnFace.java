package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A face drawn by hand, seen from the front: an oval 160 wide and 200 high, with its bridge where it is put and a mouth
 * 60 wide. All landmarks that no contour names lie on the bridge. Can be scaled, tilted, and turned to a side.
 *
 * @param gap how far the lips' inner lines are apart in the middle, in pixels before scaling
 * @param deep how much further away the left side is than the right, in pixels before scaling
 */
record DrawnFace(Point bridge, double scale, double roll, double gap, double deep, double presence) {
    private static final double HALF_WIDTH = 80;
    private static final double HALF_HEIGHT = 100;
    /** The oval's centre lies this far below the bridge. */
    private static final double BELOW = 40;

    /** The landmarks of the sides lie a little above the oval's middle. */
    private static final double SIDES = HALF_WIDTH * Math.cos(Math.toRadians(10));

    private static final double MOUTH = 80;

    static DrawnFace at(double x, double y) {
        return new DrawnFace(new Point(x, y), 1, 0, 0, 0, 1);
    }

    DrawnFace scaled(double by) {
        return new DrawnFace(bridge, by, roll, gap, deep, presence);
    }

    DrawnFace tilted(double radians) {
        return new DrawnFace(bridge, scale, radians, gap, deep, presence);
    }

    DrawnFace withLipsApart(double pixels) {
        return new DrawnFace(bridge, scale, roll, pixels, deep, presence);
    }

    /** Turned to a side, with the outline that it has from the front. */
    DrawnFace turned(double degrees) {
        double tangent = Math.tan(Math.toRadians(degrees));
        return new DrawnFace(bridge, scale, roll, gap, 2 * SIDES * tangent, presence);
    }

    DrawnFace withPresence(double certainty) {
        return new DrawnFace(bridge, scale, roll, gap, deep, certainty);
    }

    FaceMesh mesh() {
        List<Point> points = new ArrayList<>(Collections.nCopies(FaceMesh.SIZE, new Point(0, 0)));
        for (int i = 0; i < FaceContours.OVAL.size(); i++) {
            double angle = 2 * Math.PI * i / FaceContours.OVAL.size();
            Point onOval = new Point(HALF_WIDTH * Math.sin(angle), BELOW - HALF_HEIGHT * Math.cos(angle));
            points.set(FaceContours.OVAL.get(i), onOval);
        }
        ellipse(points, FaceContours.RIGHT_EYE, new Point(-35, 0), -15, 6);
        ellipse(points, FaceContours.LEFT_EYE, new Point(35, 0), 15, 6);
        ellipse(points, FaceContours.RIGHT_BROW, new Point(-35, -18), -20, 4);
        ellipse(points, FaceContours.LEFT_BROW, new Point(35, -18), 20, 4);
        ellipse(points, FaceContours.NOSE, new Point(0, 38), 14, 28);
        line(points, FaceContours.OUTER_UPPER_LIP, 30, -gap / 2 - 8);
        line(points, FaceContours.OUTER_LOWER_LIP, 30, gap / 2 + 8);
        line(points, FaceContours.INNER_UPPER_LIP, 28, -gap / 2);
        line(points, FaceContours.INNER_LOWER_LIP, 28, gap / 2);
        List<Double> depths = new ArrayList<>(Collections.nCopies(FaceMesh.SIZE, 0.0));
        depths.set(FaceMesh.LEFT_SIDE, deep * scale);
        return new FaceMesh(points.stream().map(this::placed).toList(), depths, presence);
    }

    private static void ellipse(List<Point> points, List<Integer> contour, Point centre, double a, double b) {
        for (int i = 0; i < contour.size(); i++) {
            double angle = 2 * Math.PI * i / contour.size();
            points.set(contour.get(i), centre.plus(new Point(a * Math.cos(angle), b * Math.sin(angle))));
        }
    }

    /** An arc from the right corner of the mouth to the left. */
    private static void line(List<Point> points, List<Integer> contour, double halfWidth, double middle) {
        int last = contour.size() - 1;
        for (int i = 0; i <= last; i++) {
            double along = 2.0 * i / last - 1;
            points.set(contour.get(i), new Point(halfWidth * along, MOUTH + middle * (1 - along * along)));
        }
    }

    private Point placed(Point place) {
        Point scaled = place.times(scale);
        double cos = Math.cos(roll);
        double sin = Math.sin(roll);
        return bridge.plus(new Point(scaled.x() * cos - scaled.y() * sin, scaled.x() * sin + scaled.y() * cos));
    }
}
