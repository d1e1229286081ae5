package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.min;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Matte;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Puts the layers of a head together from its outline, its hair and the matte of its person. */
final class HeadAssembly {
    /** How much steeper than the guided filter leaves it the border of the hair is made. */
    private static final double STEEPNESS = 2;

    private static final double LEAST_EAR = .002;
    private static final double EAR_U = 1.1;
    private static final double EAR_V = -.13;
    private static final double EAR_HALF_WIDTH = .32;
    private static final double EAR_HALF_HEIGHT = .3;
    private static final double CLOSING = .04;

    private final Box box;
    private final FaceMesh mesh;
    private final FaceFrame frame;
    private final Mat person;
    private final Mat hair;
    private final Mat bare;

    /** All of the box's size; {@code hair} is a probability. */
    HeadAssembly(Box box, FaceMesh mesh, Mat person, Mat hair) {
        this.box = box;
        this.mesh = mesh;
        this.person = person;
        frame = FaceFrame.of(mesh);
        this.hair = new Mat();
        hair.convertTo(this.hair, CV_32FC1, STEEPNESS, .5 - .5 * STEEPNESS);
        Coverage.clip(this.hair);
        bare = new Mat();
        subtract(new Mat(hair.size(), CV_32FC1, Scalar.all(1)), this.hair, bare);
    }

    HeadLayers layers() {
        Mat skull = HeadOutline.withJaw(mesh, frame, HeadOutline.SKULL).coverage(box);
        Mat face = face(skull);
        Mat ears = ears(skull, face);
        Mat right = product(ears, region((u, _) -> u < 0));
        Mat left = product(ears, region((u, _) -> u >= 0));
        Mat hairAlpha = product(hair, person);
        Mat top = product(person, region((u, v) -> v > .15 && v < 1.3 && Math.abs(u) < 1.15));
        Mat head = closed(Coverage.union(face, hairAlpha, ears, top));
        return new HeadLayers(
                box, matte(person), matte(hairAlpha), matte(face), matte(head), matte(right), matte(left));
    }

    private Mat face(Mat skull) {
        Mat onPerson = new Mat();
        min(skull, person, onPerson);
        Mat whole = Coverage.union(onPerson, HeadOutline.withJaw(mesh, frame, 1).coverage(box));
        HeadOutline.features(mesh).forEach(feature -> max(whole, feature.coverage(box), whole));
        return Pieces.largest(product(whole, bare));
    }

    /** Beside the face at the height of eyes and nose: of the person, and neither hair nor face. */
    private Mat ears(Mat skull, Mat face) {
        Mat beside = Coverage.without(product(person, bare), skull);
        Mat place = region(HeadAssembly::mayBeEar);
        double least = LEAST_EAR * frame.height() * frame.height();
        return Pieces.touching(product(beside, place), face, least);
    }

    /** A rectangle with round corners. */
    private static boolean mayBeEar(double u, double v) {
        double across = (Math.abs(u) - EAR_U) / EAR_HALF_WIDTH;
        double along = (v - EAR_V) / EAR_HALF_HEIGHT;
        return Math.pow(across, 4) + Math.pow(along, 4) < 1;
    }

    private Mat closed(Mat head) {
        int size = 2 * (int) Math.max(1, CLOSING / 2 * frame.height()) + 1;
        Mat closed = new Mat();
        morphologyEx(head, closed, MORPH_CLOSE, getStructuringElement(MORPH_ELLIPSE, new Size(size, size)));
        return closed;
    }

    private interface Place {
        boolean test(double u, double v);
    }

    /** 1 where a place of the frame is meant, else 0. */
    private Mat region(Place place) {
        float[] mask = new float[box.width() * box.height()];
        for (int i = 0; i < mask.length; i++) {
            double x = box.x() + i % box.width() + .5;
            double y = box.y() + i / box.width() + .5;
            mask[i] = place.test(frame.u(x, y), frame.v(x, y)) ? 1 : 0;
        }
        return Floats.mat(mask, box.width(), box.height());
    }

    private static Mat product(Mat one, Mat other) {
        Mat product = new Mat();
        multiply(one, other, product);
        return product;
    }

    private static Matte matte(Mat alpha) {
        alpha.retainReference();
        return new Matte(alpha);
    }
}
