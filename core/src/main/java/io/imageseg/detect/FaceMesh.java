package io.imageseg.detect;

import io.imageseg.image.Point;
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

    /** The landmarks of a contour, in its order. */
    public List<Point> points(List<Integer> contour) {
        return contour.stream().map(points::get).toList();
    }
}
