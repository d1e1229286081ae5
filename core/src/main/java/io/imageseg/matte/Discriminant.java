package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_TRUNC;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Fisher's linear discriminant between two normal distributions of colours, for every cell: alpha is
 * {@code direction · colour + offset}, which is 1 at the front's mean and 0 at the back's. Belongs to the caller's
 * PointerScope.
 *
 * @param direction CV_32FC3
 * @param offset CV_32FC1
 * @param overlap CV_32FC1: the variance of both along the direction, where the means are 1 apart
 */
record Discriminant(Mat direction, Mat offset, Mat overlap) {
    /** Noise of a picture's colours, as a variance. */
    static final float NOISE = 6e-4f;

    private static final double MOST_OVERLAP = 36;

    /** Means as near as this, as a square in variances, are the same. */
    private static final double NEAREST = 1e-6;

    /**
     * Solves (ΣF + ΣB)/2 · w = F − B for each cell by the matrix's cofactors. Rows of three channels are (x, y, z) here, and
     * pairs (xy, yz, zx).
     */
    static Discriminant between(LocalColours front, LocalColours back) {
        Mat variances = new Mat();
        addWeighted(front.variances(), .5, back.variances(), .5, NOISE, variances);
        Mat pairs = new Mat();
        addWeighted(front.covariances(), .5, back.covariances(), .5, 0, pairs);
        Mat apart = new Mat();
        subtract(front.mean(), back.mean(), apart);

        Mat afterNext = Channels.turnedBack(variances);
        Mat nextPairs = Channels.turned(pairs);
        Mat diagonal = less(product(Channels.turned(variances), afterNext), product(nextPairs, nextPairs));
        Mat others = less(product(nextPairs, Channels.turned(nextPairs)), product(pairs, afterNext));
        Mat solved = product(diagonal, apart);
        add(solved, product(others, Channels.turned(apart)), solved);
        Mat third = product(Channels.turnedBack(others), Channels.turnedBack(apart));
        add(solved, third, solved);

        Mat determinant = Channels.first(product(variances, diagonal));
        Mat byPairs = product(pairs, others);
        add(determinant, Channels.first(byPairs), determinant);
        add(determinant, Channels.last(byPairs), determinant);
        return scaled(solved, determinant, apart, back.mean());
    }

    private static Discriminant scaled(Mat solved, Mat determinant, Mat apart, Mat zero) {
        Mat length = Channels.sum(product(solved, apart));
        Mat least = new Mat();
        determinant.convertTo(least, -1, NEAREST, 0);
        max(length, least, length);
        Mat direction = new Mat();
        divide(solved, Channels.three(length), direction);
        Mat offset = Channels.sum(product(direction, zero));
        offset.convertTo(offset, -1, -1, 0);
        Mat overlap = new Mat();
        divide(determinant, length, overlap);
        threshold(overlap, overlap, MOST_OVERLAP, 0, THRESH_TRUNC);
        return new Discriminant(direction, offset, overlap);
    }

    /** CV_32FC1, not clipped. */
    Mat alpha(Mat colours) {
        Mat alpha = Channels.sum(product(direction, colours));
        add(alpha, offset, alpha);
        return alpha;
    }

    private static Mat product(Mat one, Mat other) {
        Mat product = new Mat();
        multiply(one, other, product);
        return product;
    }

    private static Mat less(Mat one, Mat other) {
        subtract(one, other, one);
        return one;
    }
}
