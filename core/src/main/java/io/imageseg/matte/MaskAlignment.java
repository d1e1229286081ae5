package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Floats;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Finds the move that brings a mask closest to an alpha near its outline. */
final class MaskAlignment {
    /** The furthest move along each axis, in pixels. */
    static final int REACH = 8;

    /** Pictures with a longer side are compared at half their size. */
    private static final int LARGE = 800;

    /** What a pixel of way must gain, as a part of the compared area: masks are taken to be where they are. */
    private static final double COST_OF_WAY = 2e-5;

    private final int reach;
    private final int paddedWidth;
    private final float[] padded;

    /** Of the pixels whose difference counts: their places in the padded mask, and the alpha there. */
    private final int[] places;

    private final float[] wanted;

    private MaskAlignment(CoarseMask mask, Mat consensus, int step) {
        reach = REACH / step;
        Mat small = shrunk(mask.coverage(), step);
        Mat wide = new Mat();
        copyMakeBorder(small, wide, reach, reach, reach, reach, BORDER_REPLICATE);
        paddedWidth = wide.cols();
        padded = Floats.of(wide);
        float[] alpha = Floats.of(shrunk(consensus, step));
        int[] near = near(Floats.of(shrunk(mask.depth(), step)));
        places = new int[near.length];
        wanted = new float[near.length];
        for (int i = 0; i < near.length; i++) {
            places[i] = (near[i] / small.cols() + reach) * paddedWidth + near[i] % small.cols() + reach;
            wanted[i] = alpha[near[i]];
        }
    }

    /** About thrice as far from the outline as the mask may move. */
    private static int[] near(float[] depth) {
        return IntStream.range(0, depth.length)
                .filter(i -> Math.abs(depth[i]) < 3 * REACH)
                .toArray();
    }

    /** The best move for the mask. */
    static Shift of(CoarseMask mask, Mat consensus) {
        int step = Math.max(consensus.cols(), consensus.rows()) > LARGE ? 2 : 1;
        try (PointerScope _ = new PointerScope()) {
            return new MaskAlignment(mask, consensus, step).best().times(step);
        }
    }

    private Shift best() {
        Shift best = Shift.NONE;
        double least = distance(best);
        for (int down = -reach; down <= reach; down++) {
            for (int right = -reach; right <= reach; right++) {
                Shift shift = new Shift(right, down);
                double distance = distance(shift);
                if (distance < least) {
                    best = shift;
                    least = distance;
                }
            }
        }
        return best;
    }

    private double distance(Shift shift) {
        double sum = COST_OF_WAY * shift.length() * places.length;
        int way = shift.down() * paddedWidth + shift.right();
        for (int i = 0; i < places.length; i++) {
            sum += Math.abs(padded[places[i] - way] - wanted[i]);
        }
        return sum;
    }

    private static Mat shrunk(Mat values, int step) {
        if (step == 1) {
            return values;
        }
        Mat small = new Mat();
        resize(values, small, new Size(values.cols() / step, values.rows() / step), 0, 0, INTER_AREA);
        return small;
    }
}
