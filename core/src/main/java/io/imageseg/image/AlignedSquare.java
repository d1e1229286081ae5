package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A square part of a picture, turned so that what is tilted stands upright in it; may reach past the picture.
 *
 * @param side in pixels of the picture
 * @param roll how far it is turned, radians, clockwise positive
 */
public record AlignedSquare(Point centre, double side, double roll) {
    private static final double FREE_OF_ALIASING = 1.5;
    private static final double BLUR = .4;

    /** From the square, drawn with {@code size} pixels a side, to the picture. */
    public Point toPicture(Point inside, int size) {
        double scale = side / size;
        double x = (inside.x() - size / 2.0) * scale;
        double y = (inside.y() - size / 2.0) * scale;
        return centre.plus(new Point(x * Math.cos(roll) - y * Math.sin(roll), x * Math.sin(roll) + y * Math.cos(roll)));
    }

    /** From the picture to the square, drawn with {@code size} pixels a side. */
    public Point fromPicture(Point place, int size) {
        double scale = size / side;
        Point away = place.minus(centre).times(scale);
        return new Point(
                away.x() * Math.cos(roll) + away.y() * Math.sin(roll) + size / 2.0,
                -away.x() * Math.sin(roll) + away.y() * Math.cos(roll) + size / 2.0);
    }

    /**
     * The square's pixels, {@code size} a side, of the picture's type; beyond the picture its edge goes on. Blurred first
     * where it shrinks, so that nothing flickers.
     */
    public Mat read(Mat picture, int size) {
        double scale = side / size;
        double half = side / 2 * (Math.abs(Math.cos(roll)) + Math.abs(Math.sin(roll))) + 3 * scale;
        Region around = new Region(centre.x() - half, centre.y() - half, centre.x() + half, centre.y() + half);
        Box box = around.within(Box.whole(picture.cols(), picture.rows()))
                .orElseThrow(() -> new IllegalArgumentException("the square lies outside the picture"));
        Mat part = new Mat(picture, box.rect());
        if (scale > FREE_OF_ALIASING) {
            Mat blurred = new Mat();
            GaussianBlur(part, blurred, new Size(0, 0), scale * BLUR);
            part = blurred;
        }
        Mat upright = new Mat();
        warpAffine(
                part,
                upright,
                matrix(size, box),
                new Size(size, size),
                INTER_LINEAR | WARP_INVERSE_MAP,
                BORDER_REPLICATE,
                Scalar.all(0));
        return upright;
    }

    /** Values over the square, laid into a box of the picture; 0 outside the square. */
    public Mat spread(Mat values, Box box) {
        Mat spread = new Mat();
        warpAffine(
                values,
                spread,
                matrix(values.cols(), box),
                new Size(box.width(), box.height()),
                INTER_LINEAR,
                BORDER_CONSTANT,
                Scalar.all(0));
        return spread;
    }

    /** From pixel centres of the square to pixel centres of a box, as OpenCV wants it. */
    private Mat matrix(int size, Box box) {
        Point origin = toPicture(new Point(.5, .5), size);
        Point right = toPicture(new Point(1.5, .5), size).minus(origin);
        Mat matrix = new Mat(2, 3, CV_64FC1);
        try (DoubleIndexer values = matrix.createIndexer()) {
            values.put(0, 0, right.x(), -right.y(), origin.x() - box.x() - .5);
            values.put(1, 0, right.y(), right.x(), origin.y() - box.y() - .5);
        }
        return matrix;
    }
}
