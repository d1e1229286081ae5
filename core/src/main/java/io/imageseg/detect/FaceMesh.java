package io.imageseg.detect;

import io.imageseg.image.Point;
import io.imageseg.image.Region;
import java.util.List;

/**
 * The landmarks of a face in the source's pixels, numbered as in MediaPipe's face mesh (Kartynnik et al., "Real-time
 * Facial Surface Geometry from Monocular Video on Mobile GPUs", 2019; with attention: Grishchenko et al., 2020).
 *
 * @param points 468 landmarks
 * @param depths of the same landmarks in the source's pixels, smaller is nearer; the scale is the network's guess
 * @param presence how sure the network is that there is a face, 0 to 1
 */
public record FaceMesh(List<Point> points, List<Double> depths, double presence) {
    /** How many landmarks there are. */
    public static final int SIZE = 468;

    /** The outer corners of the eyes. */
    public static final int RIGHT_EYE_CORNER = 33;

    public static final int LEFT_EYE_CORNER = 263;

    /** The bridge of the nose, between the eyes. */
    public static final int BRIDGE = 168;

    /** The middle of the forehead's upper end, near the hairline. */
    public static final int FOREHEAD = 10;

    public static final int CHIN = 152;

    /** The sides of the face, in front of the ears. */
    public static final int RIGHT_SIDE = 234;

    public static final int LEFT_SIDE = 454;

    public static final int NOSE_TIP = 1;

    public FaceMesh {
        if (points.size() != SIZE || depths.size() != SIZE) {
            throw new IllegalArgumentException("a face mesh has 468 landmarks, not " + points.size());
        }
        points = List.copyOf(points);
        depths = List.copyOf(depths);
    }

    public Point point(int landmark) {
        return points.get(landmark);
    }

    /** From the forehead's upper end to the chin, in pixels. */
    public double height() {
        return point(FOREHEAD).distance(point(CHIN));
    }

    /** The same face in a picture that begins at {@code origin} and is scaled. */
    public FaceMesh seenFrom(Point origin, double scaleX, double scaleY) {
        List<Point> moved = points.stream()
                .map(point -> new Point((point.x() - origin.x()) * scaleX, (point.y() - origin.y()) * scaleY))
                .toList();
        return new FaceMesh(moved, depths.stream().map(depth -> depth * scaleX).toList(), presence);
    }

    /** The smallest region that holds all landmarks. */
    public Region bounds() {
        return new Region(
                points.stream().mapToDouble(Point::x).min().orElseThrow(),
                points.stream().mapToDouble(Point::y).min().orElseThrow(),
                points.stream().mapToDouble(Point::x).max().orElseThrow(),
                points.stream().mapToDouble(Point::y).max().orElseThrow());
    }

    /** The landmarks of a contour, in its order. */
    public List<Point> points(List<Integer> contour) {
        return contour.stream().map(points::get).toList();
    }
}
