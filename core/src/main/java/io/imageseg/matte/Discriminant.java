package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_TRUNC;
import static org.bytedeco.opencv.global.opencv_imgproc.accumulateProduct;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Fisher's linear discriminant between two normal distributions of colours, for every cell: alpha is
 * {@code direction · colour + offset}, which is 1 at the front's mean and 0 at the back's. Belongs to the caller's
 * PointerScope.
 *
 * @param direction in red, green and blue
 * @param offset CV_32FC1
 * @param overlap CV_32FC1: the variance of both along the direction, where the means are 1 apart
 */
record Discriminant(Planes direction, Mat offset, Mat overlap) {
    /** Noise of a picture's colours, as a variance. */
    static final float NOISE = 6e-4f;

    private static final double MOST_OVERLAP = 36;

    /** Means as near as this, as a square in variances, are the same. */
    private static final double NEAREST = 1e-6;

    /**
     * Solves (ΣF + ΣB)/2 · w = F − B for each cell by the matrix's cofactors. Of symmetric matrices are given the diagonal
     * (xx, yy, zz) and what lies beside it (xy, yz, zx).
     */
    static Discriminant between(LocalColours front, LocalColours back) {
        try (Planes apart = front.mean().minus(back.mean());
                Planes variances = mean(front.variances(), back.variances(), NOISE);
                Planes pairs = mean(front.covariances(), back.covariances(), 0);
                Planes diagonal = crossed(variances.turned(), variances.turnedBack(), pairs.turned(), pairs.turned());
                Planes others = crossed(pairs.turned(), pairs.turnedBack(), pairs, variances.turnedBack())) {
            Planes row = new Planes(diagonal.x(), others.x(), others.z());
            Planes solved = new Planes(
                    row.dot(apart),
                    new Planes(others.x(), diagonal.y(), others.y()).dot(apart),
                    new Planes(others.z(), others.y(), diagonal.z()).dot(apart));
            Mat determinant = row.dot(new Planes(variances.x(), pairs.x(), pairs.z()));
            return scaled(solved, determinant, apart, back.mean());
        }
    }

    /** Turns what was solved but for the determinant into the direction, and the determinant into the overlap. */
    private static Discriminant scaled(Planes solved, Mat determinant, Planes apart, Planes zero) {
        try (Mat length = solved.dot(apart);
                Mat least = new Mat()) {
            determinant.convertTo(least, -1, NEAREST, 0);
            max(length, least, length);
            Planes direction = solved.divideBy(length);
            Mat offset = direction.dot(zero);
            offset.convertTo(offset, -1, -1, 0);
            divide(determinant, length, determinant);
            threshold(determinant, determinant, MOST_OVERLAP, 0, THRESH_TRUNC);
            return new Discriminant(direction, offset, determinant);
        }
    }

    /** CV_32FC1, not clipped. */
    Mat alpha(Planes colours) {
        Mat alpha = offset.clone();
        accumulateProduct(direction.x(), colours.x(), alpha);
        accumulateProduct(direction.y(), colours.y(), alpha);
        accumulateProduct(direction.z(), colours.z(), alpha);
        return alpha;
    }

    private static Planes mean(Planes one, Planes other, double more) {
        return one.each(other, (a, b, mean) -> addWeighted(a, .5, b, .5, more, mean));
    }

    /** a·b − c·d. */
    private static Planes crossed(Planes a, Planes b, Planes c, Planes d) {
        Planes crossed = c.each(d, (one, other, product) -> multiply(one, other, product, -1, -1));
        accumulateProduct(a.x(), b.x(), crossed.x());
        accumulateProduct(a.y(), b.y(), crossed.y());
        accumulateProduct(a.z(), b.z(), crossed.z());
        return crossed;
    }
}
