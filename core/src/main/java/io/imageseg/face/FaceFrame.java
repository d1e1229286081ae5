package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Point;

/**
 * The coordinates of a face, whatever its place, size and tilt: u runs from the subject's right to left, −1 and 1 at the
 * sides of the face; v runs up from the bridge of the nose, in heights of the face, about −.7 at the chin and .3 at the
 * forehead's upper end.
 */
final class FaceFrame {
    /** A profile's sides lie close together; it is taken for at least this wide, in heights of the face. */
    private static final double LEAST_WIDTH = .75;

    private final Point origin;
    private final Point up;
    private final Point right;
    private final double height;
    private final double halfWidth;
    private final double middle;

    private FaceFrame(Point origin, Point up, double height, double halfWidth, double middle) {
        this.origin = origin;
        this.up = up;
        this.right = new Point(-up.y(), up.x());
        this.height = height;
        this.halfWidth = halfWidth;
        this.middle = middle;
    }

    static FaceFrame of(FaceMesh mesh) {
        Point across = unit(mesh.point(FaceMesh.LEFT_EYE_CORNER).minus(mesh.point(FaceMesh.RIGHT_EYE_CORNER)));
        Point axis = unit(mesh.point(FaceMesh.FOREHEAD).minus(mesh.point(FaceMesh.CHIN)));
        Point up = unit(new Point(across.y(), -across.x()).plus(axis));
        Point origin = mesh.point(FaceMesh.BRIDGE);
        double width = mesh.point(FaceMesh.LEFT_SIDE).distance(mesh.point(FaceMesh.RIGHT_SIDE));
        double halfWidth = Math.max(width, mesh.height() * LEAST_WIDTH) / 2;
        Point sides = mesh.point(FaceMesh.LEFT_SIDE).middle(mesh.point(FaceMesh.RIGHT_SIDE));
        FaceFrame raw = new FaceFrame(origin, up, mesh.height(), halfWidth, 0);
        return new FaceFrame(origin, up, mesh.height(), halfWidth, raw.u(sides.x(), sides.y()));
    }

    private static Point unit(Point vector) {
        return vector.times(1 / vector.length());
    }

    /** From the forehead's upper end to the chin, in pixels. */
    double height() {
        return height;
    }

    /** How far the face is tilted, radians, clockwise positive. */
    double roll() {
        return Math.atan2(right.y(), right.x());
    }

    double u(double x, double y) {
        return ((x - origin.x()) * right.x() + (y - origin.y()) * right.y()) / halfWidth - middle;
    }

    double v(double x, double y) {
        return ((x - origin.x()) * up.x() + (y - origin.y()) * up.y()) / height;
    }

    double u(Point place) {
        return u(place.x(), place.y());
    }

    double v(Point place) {
        return v(place.x(), place.y());
    }

    /** The place in the picture. */
    Point place(double u, double v) {
        return origin.plus(right.times((u + middle) * halfWidth)).plus(up.times(v * height));
    }
}
