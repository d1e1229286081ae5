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
            new ColourMatting(trimap, lines(rgb, trimap, prior)).settle(rgb, prior, matted);
        }
        return matted;
    }

    private static List<ColourLine> lines(Mat rgb, Trimap trimap, Mat prior) {
        Mat image = Trimap.shrunk(rgb, trimap.cell());
        image.convertTo(image, CV_32F, 1 / 255.0, 0);
        Mat asked = Components.above(prior, 0);
        int longSide = Math.max(image.cols(), image.rows());
        return RADII.stream()
                .map(part -> ColourLine.of(image, trimap, Math.max(4, Math.round((float) longSide / part)), asked))
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
                float[] doubts = new float[alpha.cols()];
                variances.get(y, doubts);
                settle(y, doubts, (y + .5) * cellsDown - .5, cellsAcross, colours, alphas);
            });
        }
    }

    private void settle(
            int y, float[] doubts, double cellY, double cellsAcross, UByteIndexer colours, FloatIndexer alphas) {
        if (!isDoubted(doubts)) {
            return;
        }
        List<ColourLine.Row> along = lines.stream().map(line -> line.row(cellY)).toList();
        int[] rgb = new int[3 * doubts.length];
        colours.get(y, rgb);
        ColourJudgement judgement = new ColourJudgement();
        for (int x = 0; x < doubts.length; x++) {
            if (doubts[x] > LEAST_PRIOR) {
                judgement.clear();
                for (ColourLine.Row line : along) {
                    float red = rgb[3 * x] / 255f;
                    line.judge(
                            red, rgb[3 * x + 1] / 255f, rgb[3 * x + 2] / 255f, (x + .5) * cellsAcross - .5, judgement);
                }
                alphas.put(y, x, (float) judgement.settled(alphas.get(y, x), doubts[x]));
            }
        }
    }

    private static boolean isDoubted(float[] doubts) {
        for (float doubt : doubts) {
            if (doubt > LEAST_PRIOR) {
                return true;
            }
        }
        return false;
    }
}
