package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Strips;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Alpha from colours where a matte's edge is that of hair or fur. As in Bayesian matting (Chuang et al., "A Bayesian
 * Approach to Digital Matting", CVPR 2001) foreground and background are normal distributions of nearby known colours;
 * here along one line of colours (Fisher's linear discriminant), at two radii, and with the matte itself as the prior:
 * what comes out is the mean of matte and colours, each weighed by how sure it is.
 */
final class ColourMatting {
    /** The variance of a matte in hair. */
    private static final double PRIOR = .15;

    /** How far known colours reach, as parts of the long side. */
    private static final List<Integer> REACHES = List.of(70, 30);

    private static final int LEAST_RADIUS = 4;

    private ColourMatting() {}

    /**
     * The matte, CV_32FC1, with its hair and fur by colours; the same values elsewhere. In the caller's PointerScope.
     *
     * @param rgb CV_8UC3
     * @param alpha CV_32FC1 of the same size
     */
    static Mat of(Mat rgb, Mat alpha) {
        Trimap trimap = Trimap.of(alpha);
        Mat prior = EdgeSoftness.of(alpha, trimap);
        multiply(prior, trimap.unknown(), prior, PRIOR, -1);
        Mat matted = alpha.clone();
        if (countNonZero(prior) > 0) {
            settle(rgb, prior, lines(rgb, trimap, prior), matted);
        }
        return matted;
    }

    private static List<ColourLine> lines(Mat rgb, Trimap trimap, Mat prior) {
        Mat image = Trimap.shrunk(rgb, trimap.cell());
        image.convertTo(image, CV_32F, 1 / 255.0, 0);
        int longSide = Math.max(image.cols(), image.rows());
        List<Integer> radii = REACHES.stream()
                .map(part -> Math.max(LEAST_RADIUS, Math.round((float) longSide / part)))
                .toList();
        return ColourLine.of(image, trimap, radii, Components.above(prior, 0));
    }

    private static void settle(Mat rgb, Mat prior, List<ColourLine> lines, Mat alpha) {
        try (Mat variance = new Mat()) {
            resize(prior, variance, alpha.size(), 0, 0, INTER_LINEAR);
            double cellsAcross = (double) prior.cols() / alpha.cols();
            double cellsDown = (double) prior.rows() / alpha.rows();
            Strips.of(alpha.rows()).forEach((from, to) -> {
                ColourSettling settling = new ColourSettling(rgb, variance, lines, cellsAcross, alpha);
                for (int y = from; y < to; y++) {
                    settling.settle(y, (y + .5) * cellsDown - .5);
                }
            });
        }
    }
}
