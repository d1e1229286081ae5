package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import java.util.List;

/** The mesh's oval ends below the hairline; here it is drawn on upwards. */
final class HeadOutline {
    /** Up to where a forehead may reach. */
    static final double FOREHEAD = 1.6;

    /** Up to where a bald head's skin may reach. */
    static final double SKULL = 2.1;

    private static final double FIXED_BELOW = .02;

    private HeadOutline() {}

    static Polygon oval(FaceMesh mesh) {
        return new Polygon(mesh.points(FaceContours.OVAL));
    }

    /** The oval with what lies above the eyes stretched by a factor. */
    static Polygon stretched(FaceMesh mesh, FaceFrame frame, double factor) {
        return new Polygon(mesh.points(FaceContours.OVAL).stream()
                .map(place -> {
                    double v = frame.v(place);
                    return v > FIXED_BELOW
                            ? frame.place(frame.u(place), FIXED_BELOW + (v - FIXED_BELOW) * factor)
                            : place;
                })
                .toList());
    }

    /** Eyes, brows and lips. */
    static List<Polygon> features(FaceMesh mesh) {
        return List.of(
                new Polygon(mesh.points(FaceContours.RIGHT_EYE)),
                new Polygon(mesh.points(FaceContours.LEFT_EYE)),
                new Polygon(mesh.points(FaceContours.RIGHT_BROW)),
                new Polygon(mesh.points(FaceContours.LEFT_BROW)),
                Polygon.between(mesh.points(FaceContours.OUTER_UPPER_LIP), mesh.points(FaceContours.OUTER_LOWER_LIP)));
    }
}
