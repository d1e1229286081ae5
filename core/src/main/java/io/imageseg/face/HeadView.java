package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Picture;
import io.imageseg.image.Point;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A head's surroundings, small enough to be thought about pixel by pixel. All coordinates are the view's own.
 *
 * @param rgb CV_32FC3, 0 to 1
 * @param lab three values a pixel: L 0 to 100, a and b about −127 to 127
 * @param person how much of each pixel is this person, 0 to 1
 */
record HeadView(FaceMesh mesh, FaceFrame frame, Mat rgb, float[] lab, float[] person, int width, int height) {

    /**
     * A view of a part of a picture.
     *
     * @param person of the part's size, CV_32FC1
     * @param mesh in the picture's pixels
     * @param longest the most pixels a side
     */
    static HeadView of(Picture picture, Box part, Mat person, FaceMesh mesh, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(part.width(), part.height()));
        int width = Math.max(1, (int) Math.round(part.width() * scale));
        int height = Math.max(1, (int) Math.round(part.height() * scale));
        Size size = new Size(width, height);
        Mat small = new Mat();
        resize(new Mat(picture.rgb(), part.rect()), small, size, 0, 0, INTER_AREA);
        Mat rgb = new Mat();
        small.convertTo(rgb, CV_32F, 1 / 255.0, 0);
        Mat lab = new Mat();
        cvtColor(rgb, lab, COLOR_RGB2Lab);
        Mat alpha = new Mat();
        resize(person, alpha, size, 0, 0, INTER_AREA);
        FaceMesh moved = mesh.seenFrom(
                new Point(part.x(), part.y()), (double) width / part.width(), (double) height / part.height());
        return new HeadView(moved, FaceFrame.of(moved), rgb, Floats.of(lab), Floats.of(alpha), width, height);
    }

    Box box() {
        return Box.whole(width, height);
    }

    int pixels() {
        return width * height;
    }

    float u(int pixel) {
        return (float) frame.u(pixel % width + .5, pixel / width + .5);
    }

    float v(int pixel) {
        return (float) frame.v(pixel % width + .5, pixel / width + .5);
    }
}
