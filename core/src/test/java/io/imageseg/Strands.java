package io.imageseg;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.line;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Floats;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** A furry square drawn at four times its size, so that its exact alpha is known: strands stand on all of its sides. */
public final class Strands {
    public static final int SIDE = 600;

    private static final int FINE = 4;
    private static final int FROM = 200;
    private static final int TO = 400;

    private Strands() {}

    /** The exact alpha, with strands of up to so many pixels; none is a sharp square. */
    public static Mat alpha(int length) {
        Mat fine = new Mat(SIDE * FINE, SIDE * FINE, CV_32FC1, Scalar.all(0));
        rectangle(
                fine,
                new Rect(FROM * FINE, FROM * FINE, (TO - FROM) * FINE, (TO - FROM) * FINE),
                Scalar.all(1),
                -1,
                8,
                0);
        Random random = new Random(1);
        for (int i = 0; length > 0 && i < 900; i++) {
            double along = FROM + (TO - FROM) * random.nextDouble();
            double base = i % 2 == 0 ? FROM + 2 : TO - 2;
            double tip = base + (i % 2 == 0 ? -1 : 1) * length * (.5 + .5 * random.nextDouble());
            double lean = along + 8 * random.nextGaussian();
            Point from = i % 4 < 2 ? point(along, base) : point(base, along);
            Point to = i % 4 < 2 ? point(lean, tip) : point(tip, lean);
            line(fine, from, to, Scalar.all(1), 5, 8, 0);
        }
        Mat alpha = new Mat();
        resize(fine, alpha, new Size(SIDE, SIDE), 0, 0, INTER_AREA);
        return alpha;
    }

    private static Point point(double x, double y) {
        return new Point((int) (x * FINE), (int) (y * FINE));
    }

    /** As a network sees it that cannot tell strands. */
    public static Mat blurred(Mat alpha, double sigma) {
        Mat blurred = new Mat();
        GaussianBlur(alpha, blurred, new Size(), sigma);
        return blurred;
    }

    /** Composited in two colours, each with a little noise: CV_8UC3, red first. */
    public static Mat picture(Mat alpha, int[] front, int[] back) {
        float[] share = Floats.of(alpha);
        byte[] pixels = new byte[share.length * 3];
        Random random = new Random(2);
        for (int i = 0; i < pixels.length; i++) {
            double colour = share[i / 3] * front[i % 3] + (1 - share[i / 3]) * back[i % 3] + 2 * random.nextGaussian();
            pixels[i] = (byte) Math.clamp(Math.round(colour), 0, 255);
        }
        Mat picture = new Mat(alpha.size(), CV_8UC3);
        picture.data().put(pixels);
        return picture;
    }

    /** The sum of absolute differences. */
    public static double difference(Mat one, Mat other) {
        float[] left = Floats.of(one);
        float[] right = Floats.of(other);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs(left[i] - right[i]);
        }
        return sum;
    }
}
