package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.absdiff;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.exp;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Floats;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The mean of several alphas, in which each weighs what it deserves at the place: one that contradicts the mask a little
 * away from the outline, where the mask is right, is not believed about the outline either. Colours decide where no
 * network is believed.
 */
final class MaskConsensus {
    /** The disagreement at which an alpha's weight has fallen to 1/e. */
    private static final double TOLERANCE = .012;

    /** Colours follow the mask by construction; they are weighed as if they disagreed by this. */
    private static final double ERROR_OF_COLOURS = .04;

    /** Distances as parts of the mask's scale: disagreement counts from, counts fully from, counts up to, reaches. */
    private static final double COUNTS_FROM = 1 / 320.0;

    private static final double COUNTS_FULLY = 1 / 160.0;
    private static final double COUNTS_UP_TO = 1 / 64.0;
    private static final double REACHES = 1 / 80.0;

    private MaskConsensus() {}

    /**
     * The consensus, CV_32FC1, as good as the mask near its outline and not to be used beyond.
     *
     * @param looks alphas of networks, CV_32FC1 of the mask's size
     * @param colours the alpha by colours, likewise
     */
    static Mat of(CoarseMask mask, List<Mat> looks, Mat colours) {
        Mat consensus = new Mat();
        try (PointerScope _ = new PointerScope()) {
            Disagreement disagreement = Disagreement.with(mask);
            Mat weights = Channels.constant(colours, Math.exp(-ERROR_OF_COLOURS / TOLERANCE));
            multiply(colours, weights, consensus);
            for (Mat look : looks) {
                Mat weight = disagreement.of(look);
                weight.convertTo(weight, CV_32FC1, -1 / TOLERANCE, 0);
                exp(weight, weight);
                add(weights, weight, weights);
                multiply(weight, look, weight);
                add(consensus, weight, consensus);
            }
            divide(consensus, weights, consensus);
        }
        return consensus;
    }

    /**
     * How much an alpha differs from a mask around each pixel, 0 to 1.
     *
     * @param counts where it matters, 0 to 1
     * @param density how much of each pixel's neighbourhood is near the outline
     */
    private record Disagreement(Mat coverage, Mat counts, Mat density, double reach) {
        static Disagreement with(CoarseMask mask) {
            float[] depth = Floats.of(mask.depth());
            float[] near = new float[depth.length];
            float[] counts = new float[depth.length];
            double from = COUNTS_FROM * mask.scale();
            double fully = COUNTS_FULLY * mask.scale();
            for (int i = 0; i < depth.length; i++) {
                double distance = Math.abs(depth[i]);
                near[i] = distance < COUNTS_UP_TO * mask.scale() ? 1 : 0;
                counts[i] = near[i] * (float) Math.clamp((distance - from) / (fully - from), 0, 1);
            }
            int width = mask.depth().cols();
            int height = mask.depth().rows();
            double reach = REACHES * mask.scale();
            Mat density = smooth(Floats.mat(near, width, height), reach);
            density.convertTo(density, CV_32FC1, 1, 1e-3);
            return new Disagreement(mask.coverage(), Floats.mat(counts, width, height), density, reach);
        }

        Mat of(Mat alpha) {
            Mat difference = new Mat();
            absdiff(alpha, coverage, difference);
            multiply(difference, counts, difference);
            Mat disagreement = smooth(difference, reach);
            divide(disagreement, density, disagreement);
            return disagreement;
        }
    }

    /** A Gaussian that is wide enough to be reckoned on fewer pixels. */
    private static Mat smooth(Mat values, double sigma) {
        int step = Math.max(1, (int) (sigma / 3));
        Mat small = new Mat();
        Size size = new Size(Math.max(1, values.cols() / step), Math.max(1, values.rows() / step));
        resize(values, small, size, 0, 0, INTER_AREA);
        GaussianBlur(small, small, new Size(), sigma / step);
        Mat smooth = new Mat();
        resize(small, smooth, values.size(), 0, 0, INTER_LINEAR);
        return smooth;
    }
}
