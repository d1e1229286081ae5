package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.AlignedSquare;
import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.image.Point;
import io.imageseg.matte.GuidedFilter;
import io.imageseg.own.ClassFormat;
import io.imageseg.own.ClassNetwork;
import java.util.Objects;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Hair by a network that has a class of the name {@value #HAIR}. It sees the smallest square around the part in which
 * the face stands upright; its answer is brought to the picture's size along the picture's edges.
 */
public final class NetworkHair implements HairSource {
    private static final String HAIR = "hair";

    /** In pixels of the network. */
    private static final double EDGE_RADIUS = 1.5;

    private static final double EDGE = 1e-3;

    private final ClassNetwork network;

    /** The network is one whose classes {@link #requireClasses} lets pass. */
    public NetworkHair(ClassNetwork network) {
        this.network = network;
    }

    /** @throws IllegalArgumentException if no class is hair */
    public static void requireClasses(ClassFormat format) {
        if (!format.classes().contains(HAIR)) {
            throw new IllegalArgumentException("classes is %s; one of them must be hair".formatted(format.classes()));
        }
    }

    @Override
    public Mat of(Picture picture, Box part, FaceMesh mesh, Mat person) {
        AlignedSquare square = around(part, FaceFrame.of(mesh).roll());
        Mat coarse =
                Objects.requireNonNull(network.probabilities(picture, square).get(HAIR));
        Mat hair = square.spread(coarse, part);
        int radius = (int) Math.max(2, EDGE_RADIUS * square.side() / network.side());
        Mat sharp = GuidedFilter.of(new Mat(picture.rgb(), part.rect()), hair, radius, EDGE);
        Coverage.clip(sharp);
        return sharp;
    }

    private static AlignedSquare around(Box part, double roll) {
        double longest = Math.max(part.width(), part.height());
        Point centre = new Point(part.x() + part.width() / 2.0, part.y() + part.height() / 2.0);
        return new AlignedSquare(centre, longest * (Math.abs(Math.cos(roll)) + Math.abs(Math.sin(roll))), roll);
    }
}
