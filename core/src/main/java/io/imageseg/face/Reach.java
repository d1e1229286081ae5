package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponents;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.erode;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;

import io.imageseg.image.Floats;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Hair hangs together with the top of the head, and not by a thread. */
final class Reach {
    /** What is thinner than twice this, in heights of the face, does not connect. */
    private static final double THREAD = .035;

    private static final double LEAST_SHARE = .05;
    private static final double PERSON = .4;
    private static final double TOP = .2;

    private Reach() {}

    static boolean[] fromTheTop(HeadView view, HairPrior prior, float[] hair) {
        int radius = Math.max(1, (int) Math.round(THREAD * view.frame().height()));
        float[] mask = HairSeeds.where(view, i -> hair[i] > .5 && view.person()[i] > PERSON);
        Mat thick = new Mat();
        erode(
                Coverage.half(Floats.mat(mask, view.width(), view.height())),
                thick,
                disc(radius),
                new Point(-1, -1),
                1,
                BORDER_REPLICATE,
                Scalar.all(0));
        Mat labels = new Mat();
        int count = connectedComponents(thick, labels, 4, CV_32S);
        int[] label = new int[view.pixels()];
        IntBuffer buffer = labels.createBuffer();
        buffer.get(label);
        boolean[] reaching = reaching(view, prior, label, count);
        float[] reached = HairSeeds.where(view, i -> reaching[label[i]]);
        Mat whole = new Mat();
        dilate(Floats.mat(reached, view.width(), view.height()), whole, disc(radius + 1));
        float[] values = Floats.of(whole);
        boolean[] result = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i] > 0;
        }
        return result;
    }

    private static boolean[] reaching(HeadView view, HairPrior prior, int[] label, int count) {
        int[] onTop = new int[count];
        for (int i = 0; i < label.length; i++) {
            if (label[i] > 0 && view.v(i) > TOP && prior.depth()[i] < 0) {
                onTop[label[i]]++;
            }
        }
        int all = Arrays.stream(onTop).sum();
        boolean[] reaching = new boolean[count];
        for (int i = 1; i < count; i++) {
            reaching[i] = onTop[i] > 0 && onTop[i] > LEAST_SHARE * all;
        }
        return reaching;
    }

    private static Mat disc(int radius) {
        return getStructuringElement(MORPH_ELLIPSE, new Size(2 * radius + 1, 2 * radius + 1));
    }
}
