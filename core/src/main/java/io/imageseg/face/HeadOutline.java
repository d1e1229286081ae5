package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import java.util.List;

/** The mesh's oval ends below the hairline; here it is drawn on upwards. */
final class HeadOutline {
    /** Up to where a forehead may reach. */
    static final double FOREHEAD = 1.6;

    /** Up to where a bald head's skin may reach. */
    static final double SKULL = 2.1;

    /**
     * The mesh's jaw runs a little inside the edge that people draw under a chin; measured on labels of two kinds, Helen's
     * and CelebAMask-HQ's.
     */
    private static final double JAW = 1.05;

    private static final double FIXED_BELOW = .02;
    private static final double FIXED_ABOVE = -.3;

    private HeadOutline() {}

    static Polygon oval(FaceMesh mesh) {
        return new Polygon(mesh.points(FaceContours.OVAL));
    }

    /** The oval with what lies above the eyes stretched by a factor. */
    static Polygon stretched(FaceMesh mesh, FaceFrame frame, double factor) {
        return stretched(mesh, frame, factor, 1);
    }

    /** The same with its jaw where the face ends. */
    static Polygon withJaw(FaceMesh mesh, FaceFrame frame, double factor) {
        return stretched(mesh, frame, factor, JAW);
    }

    private static Polygon stretched(FaceMesh mesh, FaceFrame frame, double above, double below) {
        return new Polygon(mesh.points(FaceContours.OVAL).stream()
                .map(place -> {
                    double v = frame.v(place);
                    if (v > FIXED_BELOW) {
                        return frame.place(frame.u(place), FIXED_BELOW + (v - FIXED_BELOW) * above);
                    }
                    return v < FIXED_ABOVE
                            ? frame.place(frame.u(place), FIXED_ABOVE + (v - FIXED_ABOVE) * below)
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
