package io.imageseg.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;

import io.imageseg.image.AlignedSquare;
import io.imageseg.image.Picture;
import io.imageseg.image.Point;
import io.imageseg.image.Region;
import io.imageseg.model.Network;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Finds the landmarks of a face by MediaPipe's face mesh with attention (Grishchenko et al., "Attention Mesh", 2020), in
 * two passes: the first, on the detector's box, finds the face's own extent and tilt; the second is the mean of nine
 * looks at that, a little larger, smaller and turned, whose errors differ. Not safe for several threads.
 */
public final class FaceMesher {
    private static final double FIRST_SIDE = 1.5;
    private static final double[] SIDES = {1.15, 1.25, 1.35};
    private static final double[] TURNS = {-.07, 0, .07};

    private final Network network;

    /** A mesher over {@link io.imageseg.model.BundledNetwork#FACE_MESH}, which stays its owner's. */
    public FaceMesher(Network faceMesh) {
        network = faceMesh;
    }

    /** The landmarks of a face that a detector found. */
    public FaceMesh of(Picture picture, Face face) {
        Region box = face.region();
        double side = Math.max(box.width(), box.height()) * FIRST_SIDE;
        FaceMesh first = look(picture, new AlignedSquare(box.centre(), side, face.roll()));
        Extent extent = Extent.of(first);
        List<FaceMesh> looks = new ArrayList<>();
        for (double grown : SIDES) {
            for (double turn : TURNS) {
                looks.add(look(picture, new AlignedSquare(extent.centre, extent.side * grown, extent.roll + turn)));
            }
        }
        return mean(looks);
    }

    private FaceMesh look(Picture picture, AlignedSquare square) {
        fill(picture, square);
        return MeshOutput.read(network.run(MeshOutput.NAMES), square);
    }

    private void fill(Picture picture, AlignedSquare square) {
        int size = MeshOutput.SIZE;
        FloatBuffer input = network.input(1, size, size, 3);
        try (PointerScope _ = new PointerScope()) {
            Mat values = new Mat(size, size, CV_32FC3, new FloatPointer(input));
            square.read(picture.rgb(), size).convertTo(values, CV_32FC3, 1 / 255.0, 0);
        }
    }

    private static FaceMesh mean(List<FaceMesh> looks) {
        List<Point> points = IntStream.range(0, FaceMesh.SIZE)
                .mapToObj(i -> looks.stream()
                        .map(look -> look.point(i))
                        .reduce(new Point(0, 0), Point::plus)
                        .times(1.0 / looks.size()))
                .toList();
        List<Double> depths = IntStream.range(0, FaceMesh.SIZE)
                .mapToObj(i -> looks.stream()
                        .mapToDouble(look -> look.depths().get(i))
                        .average()
                        .orElseThrow())
                .toList();
        double presence =
                looks.stream().mapToDouble(FaceMesh::presence).average().orElseThrow();
        return new FaceMesh(points, depths, presence);
    }

    /** The upright square that just holds a face's landmarks. */
    private record Extent(Point centre, double side, double roll) {
        static Extent of(FaceMesh mesh) {
            Point across = mesh.point(FaceMesh.LEFT_EYE_CORNER).minus(mesh.point(FaceMesh.RIGHT_EYE_CORNER));
            AlignedSquare upright = new AlignedSquare(new Point(0, 0), 1, Math.atan2(across.y(), across.x()));
            double left = Double.POSITIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (Point point : mesh.points()) {
                Point turned = upright.fromPicture(point, 1);
                left = Math.min(left, turned.x());
                right = Math.max(right, turned.x());
                top = Math.min(top, turned.y());
                bottom = Math.max(bottom, turned.y());
            }
            Point centre = upright.toPicture(new Point((left + right) / 2, (top + bottom) / 2), 1);
            return new Extent(centre, Math.max(right - left, bottom - top), upright.roll());
        }
    }
}
