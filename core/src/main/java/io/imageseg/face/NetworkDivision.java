package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.multiply;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.AlignedSquare;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.Point;
import io.imageseg.own.ClassFormat;
import io.imageseg.own.ClassNetwork;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Parts of a face by a network whose classes have the names of {@link FacePart#label} or of what is no part: those of
 * CelebAMask-HQ (Lee et al., 2020) and {@code glasses}, {@code other}. It sees the upright face about as large and where
 * that data set has it. Glasses are skin. What is no part of the person is no part of the face, whatever the network says.
 */
public final class NetworkDivision implements FaceDivision {
    private static final Set<FacePart> OPTIONAL = Set.of(FacePart.LEFT_EAR, FacePart.RIGHT_EAR, FacePart.MOUTH);
    private static final Set<String> GLASSES = Set.of("glasses", "eye_g");
    private static final Set<String> NO_PART =
            Set.of("background", "cloth", "ear_r", "eye_g", "glasses", "hair", "hat", "neck", "neck_l", "other");

    /** The side of the square, and how far its centre lies above the face's, in extents of the face. */
    private static final double SIDE = 1.7;

    private static final double RAISED = .1;

    /** An ear or a mouth smaller than this, in squared heights of the face, is taken for none. */
    private static final double LEAST = .003;

    private final ClassNetwork network;

    /** The network is one whose classes {@link #requireClasses} lets pass. */
    public NetworkDivision(ClassNetwork network) {
        this.network = network;
    }

    /** @throws IllegalArgumentException if a class has no known name, or a part that every face has is no class */
    public static void requireClasses(ClassFormat format) {
        Set<String> known = new TreeSet<>(NO_PART);
        List.of(FacePart.values()).forEach(part -> known.add(part.label()));
        for (String name : format.classes()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("classes has %s; allowed are %s".formatted(name, known));
            }
        }
        for (FacePart part : FacePart.values()) {
            if (!OPTIONAL.contains(part) && !format.classes().contains(part.label())) {
                throw new IllegalArgumentException(
                        "classes is %s; it lacks %s".formatted(format.classes(), part.label()));
            }
        }
    }

    @Override
    public FaceParts of(Picture picture, FaceMesh mesh, HeadLayers layers) {
        try (PointerScope _ = new PointerScope()) {
            AlignedSquare square = around(mesh);
            Map<String, Mat> classes = network.probabilities(picture, square);
            Mat person = Coverage.union(layers.person().alpha(), layers.face().alpha());
            Map<FacePart, Matte> mattes = new EnumMap<>(FacePart.class);
            for (FacePart part : FacePart.values()) {
                Mat coarse = classes.get(part.label());
                if (coarse != null) {
                    Mat alpha =
                            square.spread(part == FacePart.SKIN ? withGlasses(coarse, classes) : coarse, layers.box());
                    multiply(alpha, person, alpha);
                    if (!OPTIONAL.contains(part) || isNoticeable(alpha, mesh)) {
                        alpha.retainReference();
                        mattes.put(part, new Matte(alpha));
                    }
                }
            }
            return new FaceParts(mattes);
        }
    }

    private static AlignedSquare around(FaceMesh mesh) {
        FaceFrame frame = FaceFrame.of(mesh);
        double extent =
                Math.max(mesh.height(), mesh.point(FaceMesh.LEFT_SIDE).distance(mesh.point(FaceMesh.RIGHT_SIDE)));
        Point up = frame.place(0, 1).minus(frame.place(0, 0)).times(1 / frame.height());
        Point centre = mesh.bounds().centre().plus(up.times(RAISED * extent));
        return new AlignedSquare(centre, SIDE * extent, frame.roll());
    }

    private static Mat withGlasses(Mat skin, Map<String, Mat> classes) {
        Mat sum = skin.clone();
        GLASSES.stream().filter(classes::containsKey).forEach(name -> add(sum, classes.get(name), sum));
        return sum;
    }

    private static boolean isNoticeable(Mat alpha, FaceMesh mesh) {
        return countNonZero(Coverage.half(alpha)) > LEAST * mesh.height() * mesh.height();
    }
}
