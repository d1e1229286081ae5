package io.imageseg.detect;

import io.imageseg.image.AlignedSquare;
import io.imageseg.image.Point;
import io.imageseg.model.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the face mesh with attention gives: all landmarks, and finer ones for the lips and the surroundings of each eye,
 * which take the place of the former. In pixels of the network's input.
 */
final class MeshOutput {
    /** The side of the network's input, 1×SIZE×SIZE×3, RGB 0..1. */
    static final int SIZE = 192;

    private static final String PRESENCE = "output_faceflag";
    private static final String MESH = "output_mesh_identity";
    private static final String LIPS = "output_lips";
    private static final String ONE_EYE = "Identity_1:0";
    private static final String OTHER_EYE = "Identity_5:0";

    /** The outputs that are read. */
    static final String[] NAMES = {PRESENCE, MESH, LIPS, ONE_EYE, OTHER_EYE};

    private static final List<Integer> LIP_LANDMARKS = List.of(
            61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178,
            87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 76, 77, 90, 180, 85, 16, 315, 404,
            320, 307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408, 62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292,
            183, 42, 41, 38, 12, 268, 271, 272, 407);

    private static final List<Integer> RIGHT_EYE_LANDMARKS = List.of(
            33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173, 130, 25, 110, 24, 23, 22, 26,
            112, 243, 247, 30, 29, 27, 28, 56, 190, 226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222,
            221, 189, 35, 124, 46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107,
            55, 193);

    private static final List<Integer> LEFT_EYE_LANDMARKS = List.of(
            263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398, 359, 255, 339, 254, 253,
            252, 256, 341, 463, 467, 260, 259, 257, 258, 286, 414, 446, 261, 448, 449, 450, 451, 452, 453, 464, 342,
            445, 444, 443, 442, 441, 413, 265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465,
            383, 300, 293, 334, 296, 336, 285, 417);

    private MeshOutput() {}

    /** The landmarks in the pixels of the picture that the square was read from. */
    static FaceMesh read(Map<String, Tensor> outputs, AlignedSquare square) {
        FloatBuffer mesh = values(outputs, MESH);
        Point[] points = new Point[FaceMesh.SIZE];
        Double[] depths = new Double[FaceMesh.SIZE];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(mesh.get(3 * i), mesh.get(3 * i + 1));
            depths[i] = mesh.get(3 * i + 2) * square.side() / SIZE;
        }
        replace(points, LIP_LANDMARKS, values(outputs, LIPS));
        FloatBuffer one = values(outputs, ONE_EYE);
        FloatBuffer other = values(outputs, OTHER_EYE);
        // Files differ in which of the two comes first; the right eye lies left.
        boolean inOrder = one.get(0) < other.get(0);
        replace(points, RIGHT_EYE_LANDMARKS, inOrder ? one : other);
        replace(points, LEFT_EYE_LANDMARKS, inOrder ? other : one);
        double presence = Math.clamp(values(outputs, PRESENCE).get(0), 0, 1);
        // The network means a pixel's centre where this project means its edge.
        List<Point> placed = Arrays.stream(points)
                .map(point -> square.toPicture(point.plus(new Point(.5, .5)), SIZE))
                .toList();
        return new FaceMesh(placed, List.of(depths), presence);
    }

    private static void replace(Point[] points, List<Integer> landmarks, FloatBuffer finer) {
        for (int i = 0; i < landmarks.size(); i++) {
            points[landmarks.get(i)] = new Point(finer.get(2 * i), finer.get(2 * i + 1));
        }
    }

    private static FloatBuffer values(Map<String, Tensor> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name)).values();
    }
}
