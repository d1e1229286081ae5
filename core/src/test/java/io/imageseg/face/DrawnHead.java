package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.ellipse;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The {@link DrawnFace} at (260, 220) with dark hair around it down to the chin, a neck and blue clothes, on 520×520 pixels
 * of grey: skin in x 180 to 340 and y 160 to 360, hair outside of it in x 135 to 385 and y 80 to 360, the neck to y 430, the
 * clothes below. More can be painted on it before it is looked at. Its matrices are the test's PointerScope's.
 */
final class DrawnHead {
    static final FaceMesh MESH = DrawnFace.at(260, 220).mesh();
    private static final int SIDE = 520;

    /** What is painted. */
    enum Paint {
        HAIR(60, 40, 25),
        SKIN(225, 180, 150),
        CLOTHES(40, 60, 180);

        private final int red;
        private final int green;
        private final int blue;

        Paint(int red, int green, int blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }

        Scalar colour() {
            return new Scalar(red, green, blue, 0);
        }
    }

    private final Mat rgb = new Mat(SIDE, SIDE, CV_8UC3, Scalar.all(128));
    private final Mat person = new Mat(SIDE, SIDE, CV_32FC1, Scalar.all(0));

    DrawnHead() {
        disc(260, 220, 125, 140, Paint.HAIR);
        box(220, 340, 80, 90, Paint.SKIN);
        box(100, 430, 320, 90, Paint.CLOTHES);
        disc(260, 260, 80, 100, Paint.SKIN);
    }

    DrawnHead disc(int x, int y, int halfWidth, int halfHeight, Paint paint) {
        paint(rgb, x, y, halfWidth, halfHeight, paint.colour());
        paint(person, x, y, halfWidth, halfHeight, Scalar.all(1));
        return this;
    }

    private static void paint(Mat mat, int x, int y, int halfWidth, int halfHeight, Scalar colour) {
        ellipse(
                mat,
                new org.bytedeco.opencv.opencv_core.Point(x, y),
                new Size(halfWidth, halfHeight),
                0,
                0,
                360,
                colour,
                FILLED,
                0,
                0);
    }

    DrawnHead box(int x, int y, int width, int height, Paint paint) {
        rectangle(rgb, new Rect(x, y, width, height), paint.colour(), FILLED, 0, 0);
        rectangle(person, new Rect(x, y, width, height), Scalar.all(1), FILLED, 0, 0);
        return this;
    }

    DrawnHead ofNobody() {
        person.put(Scalar.all(0));
        return this;
    }

    Picture picture() {
        return new Picture(rgb, null);
    }

    HeadView view() {
        return HeadView.of(picture(), Box.whole(SIDE, SIDE), person, MESH, 256);
    }

    /** The value of a view's pixel at a place of the drawing. */
    static float at(HeadView view, float[] values, int x, int y) {
        return values[pixel(view, x, y)];
    }

    static int pixel(HeadView view, int x, int y) {
        return y * view.height() / SIDE * view.width() + x * view.width() / SIDE;
    }

    /** Values of a view: a number inside a rectangle of the drawing, 0 outside. */
    static float[] inside(HeadView view, Rect place, float value) {
        float[] values = new float[view.pixels()];
        for (int i = 0; i < values.length; i++) {
            int x = i % view.width() * SIDE / view.width();
            int y = i / view.width() * SIDE / view.height();
            boolean in =
                    x >= place.x() && x < place.x() + place.width() && y >= place.y() && y < place.y() + place.height();
            values[i] = in ? value : 0;
        }
        return values;
    }
}
