package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.Point;
import io.imageseg.model.OneConvolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A disc of one colour for each class of pixels around a face of 100 pixels at (200, 200), and a network that tells
 * classes by the nearest colour.
 */
final class PaintedFace {
    static final int SIZE = 400;
    static final int RADIUS = 7;
    private static final double HEIGHT = 100;
    private static final Point CENTRE = new Point(200, 200);

    private final Map<String, Point> places = new LinkedHashMap<>();
    private final double roll;

    /** @param roll how far it is tilted, radians, clockwise positive */
    PaintedFace(double roll) {
        this.roll = roll;
    }

    /** Where the disc of a class lies, right and down of the upright face's middle. */
    PaintedFace with(String name, double right, double down) {
        places.put(name, place(right, down));
        return this;
    }

    private Point place(double right, double down) {
        return CENTRE.plus(new Point(
                right * Math.cos(roll) - down * Math.sin(roll), right * Math.sin(roll) + down * Math.cos(roll)));
    }

    Point place(String name) {
        return places.getOrDefault(name, CENTRE);
    }

    /** As many distinct colours as there can be classes, 0, ½ or 1 each; the first is black. */
    private static float[] colour(int number) {
        return new float[] {number % 3 / 2f, number / 3 % 3 / 2f, number / 9 / 2f};
    }

    Picture picture(List<String> classes) {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(SIZE, SIZE, CV_8UC3, Scalar.all(0));
            places.forEach((name, place) -> {
                float[] colour = colour(classes.indexOf(name));
                circle(
                        rgb,
                        new org.bytedeco.opencv.opencv_core.Point((int) place.x(), (int) place.y()),
                        RADIUS,
                        new Scalar(colour[0] * 255, colour[1] * 255, colour[2] * 255, 0),
                        FILLED,
                        0,
                        0);
            });
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    /** Scores are 2 c·x − |c|², times what makes softmax decided: the larger the nearer x is to the colour c. */
    static Path network(Path file, int classes) throws IOException {
        float[][] weights = new float[classes][];
        float[] bias = new float[classes];
        for (int c = 0; c < classes; c++) {
            float[] colour = colour(c);
            weights[c] = new float[] {200 * colour[0], 200 * colour[1], 200 * colour[2]};
            bias[c] = -100 * (colour[0] * colour[0] + colour[1] * colour[1] + colour[2] * colour[2]);
        }
        return OneConvolution.write(file, weights, bias);
    }

    FaceMesh mesh() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < FaceMesh.SIZE; i++) {
            points.add(place(4 * Math.cos(i), 4 * Math.sin(i)));
        }
        points.set(FaceMesh.FOREHEAD, place(0, -HEIGHT / 2));
        points.set(FaceMesh.CHIN, place(0, HEIGHT / 2));
        points.set(FaceMesh.BRIDGE, place(0, -HEIGHT / 8));
        points.set(FaceMesh.RIGHT_EYE_CORNER, place(-30, -HEIGHT / 8));
        points.set(FaceMesh.LEFT_EYE_CORNER, place(30, -HEIGHT / 8));
        points.set(FaceMesh.RIGHT_SIDE, place(-40, 0));
        points.set(FaceMesh.LEFT_SIDE, place(40, 0));
        return new FaceMesh(points, Collections.nCopies(FaceMesh.SIZE, 0.0), 1);
    }

    /** A person who fills the whole picture, with layers that cover nothing. */
    static HeadLayers layers() {
        return layers(matte(1));
    }

    /** The same of another person. */
    static HeadLayers layers(Matte person) {
        return new HeadLayers(Box.whole(SIZE, SIZE), person, matte(0), matte(0), matte(0), matte(0), matte(0));
    }

    static Matte matte(double value) {
        return new Matte(new Mat(SIZE, SIZE, CV_32FC1, Scalar.all(value)));
    }
}
