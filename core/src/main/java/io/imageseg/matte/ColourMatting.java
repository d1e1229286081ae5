package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
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

    /** Below this a pixel stays as it is. */
    private static final double LEAST_PRIOR = .002;

    /** How far known colours reach, as parts of the long side. */
    private static final List<Integer> RADII = List.of(70, 30);

    private final Trimap trimap;
    private final List<ColourLine> lines;

    private ColourMatting(Trimap trimap, List<ColourLine> lines) {
        this.trimap = trimap;
        this.lines = lines;
    }

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
            new ColourMatting(trimap, lines(rgb, trimap)).settle(rgb, prior, matted);
        }
        return matted;
    }

    private static List<ColourLine> lines(Mat rgb, Trimap trimap) {
        Mat image = Trimap.shrunk(rgb, trimap.cell());
        image.convertTo(image, CV_32F, 1 / 255.0, 0);
        int longSide = Math.max(image.cols(), image.rows());
        return RADII.stream()
                .map(part -> ColourLine.of(image, trimap, Math.max(4, Math.round((float) longSide / part))))
                .toList();
    }

    private void settle(Mat rgb, Mat prior, Mat alpha) {
        Mat variance = new Mat();
        resize(prior, variance, alpha.size(), 0, 0, INTER_LINEAR);
        double cellsAcross = (double) prior.cols() / alpha.cols();
        double cellsDown = (double) prior.rows() / alpha.rows();
        try (UByteIndexer colours = rgb.createIndexer();
                FloatIndexer variances = variance.createIndexer();
                FloatIndexer alphas = alpha.createIndexer()) {
            IntStream.range(0, alpha.rows()).parallel().forEach(y -> {
                for (int x = 0; x < variances.size(1); x++) {
                    float doubt = variances.get(y, x);
                    if (doubt > LEAST_PRIOR) {
                        double cellX = (x + .5) * cellsAcross - .5;
                        double cellY = (y + .5) * cellsDown - .5;
                        float red = colours.get(y, x, 0) / 255f;
                        float green = colours.get(y, x, 1) / 255f;
                        float blue = colours.get(y, x, 2) / 255f;
                        alphas.put(y, x, settled(alphas.get(y, x), doubt, red, green, blue, cellX, cellY));
                    }
                }
            });
        }
    }

    private float settled(float alpha, float doubt, float red, float green, float blue, double cellX, double cellY) {
        double sum = 0;
        double weights = 0;
        for (ColourLine line : lines) {
            ColourLine.Opinion opinion = line.of(red, green, blue, cellX, cellY);
            double weight = 1 / Math.max(opinion.variance(), 1e-9);
            sum += weight * opinion.alpha();
            weights += weight;
        }
        double variance = lines.size() / weights;
        double share = doubt / (doubt + variance);
        return (float) (alpha + share * (sum / weights - alpha));
    }
}
