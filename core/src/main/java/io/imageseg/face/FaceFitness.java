package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Point;
import io.imageseg.image.Region;
import java.util.Optional;

/** Whether the parts of a face can be told: large enough, turned to the camera, not hidden. */
public final class FaceFitness {
    /** The smallest face, in pixels a side. */
    public static final int LEAST_SIDE = 100;

    /** The smallest face, as a share of the picture's sides. */
    public static final double LEAST_SHARE = .1;

    /** The furthest turn to a side, in degrees: at a half profile the far eye is still seen, beyond it is not. */
    public static final double MOST_YAW = 50;

    /** The least certainty of the mesh that it lies on a face. */
    public static final double LEAST_PRESENCE = .5;

    private FaceFitness() {}

    /** Why a face is not fit. */
    public sealed interface Fault {
        /** Its box, in pixels, rounded. */
        record TooSmall(long width, long height) implements Fault {}

        /** Its box against the picture's, in pixels, rounded. */
        record TooSmallForPicture(long width, long height, Box picture) implements Fault {}

        /** Turned to a side by so many degrees. */
        record TurnedAway(double degrees) implements Fault {}

        /** The mesh is only so sure, 0 to 1, that there is a face. */
        record Hidden(double presence) implements Fault {}
    }

    /** What is wrong with a face, the worst first; empty if it is fit. */
    public static Optional<Fault> fault(FaceMesh mesh, Box picture) {
        Region face = mesh.bounds();
        long width = Math.round(face.width());
        long height = Math.round(face.height());
        if (mesh.presence() < LEAST_PRESENCE) {
            return Optional.of(new Fault.Hidden(mesh.presence()));
        }
        if (Math.max(width, height) < LEAST_SIDE) {
            return Optional.of(new Fault.TooSmall(width, height));
        }
        if (height < LEAST_SHARE * picture.height() || width < LEAST_SHARE * picture.width()) {
            return Optional.of(new Fault.TooSmallForPicture(width, height, picture));
        }
        double yaw = yaw(mesh);
        return yaw > MOST_YAW ? Optional.of(new Fault.TurnedAway(yaw)) : Optional.empty();
    }

    /** How far a face is turned to a side, in degrees, from the depths of its sides. */
    static double yaw(FaceMesh mesh) {
        Point across = mesh.point(FaceMesh.LEFT_SIDE).minus(mesh.point(FaceMesh.RIGHT_SIDE));
        double deep = mesh.depths().get(FaceMesh.LEFT_SIDE) - mesh.depths().get(FaceMesh.RIGHT_SIDE);
        return Math.toDegrees(Math.atan2(Math.abs(deep), across.length()));
    }
}
