package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/** Eyes, brows, nose and lips: the parts of a face that the mesh knows. */
final class Features {
    private Features() {}

    /** Coverages of a box, disjoint; the mouth only when it is open. They belong to the caller's PointerScope. */
    static Map<FacePart, Mat> of(Picture picture, FaceMesh mesh, Box box) {
        Map<FacePart, Mat> features = new EnumMap<>(FacePart.class);
        Mat rightEye = new Polygon(mesh.points(FaceContours.RIGHT_EYE)).smooth().coverage(box);
        Mat leftEye = new Polygon(mesh.points(FaceContours.LEFT_EYE)).smooth().coverage(box);
        Lips lips = Lips.of(mesh, box);
        Mat nose = new Polygon(mesh.points(FaceContours.NOSE)).coverage(box);
        Brow brow = new Brow(picture, box, mesh.height());
        features.put(FacePart.RIGHT_EYE, rightEye);
        features.put(FacePart.LEFT_EYE, leftEye);
        features.put(FacePart.UPPER_LIP, lips.upper());
        features.put(FacePart.LOWER_LIP, lips.lower());
        if (lips.isOpen()) {
            features.put(FacePart.MOUTH, lips.mouth());
        }
        features.put(FacePart.NOSE, Coverage.without(nose, rightEye, leftEye, lips.upper()));
        features.put(
                FacePart.RIGHT_BROW,
                Coverage.without(brow.of(mesh, FaceContours.RIGHT_BROW, FaceContours.RIGHT_EYE), rightEye, nose));
        features.put(
                FacePart.LEFT_BROW,
                Coverage.without(brow.of(mesh, FaceContours.LEFT_BROW, FaceContours.LEFT_EYE), leftEye, nose));
        return features;
    }
}
