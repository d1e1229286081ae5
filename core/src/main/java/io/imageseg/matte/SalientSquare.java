package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import io.imageseg.image.Box;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What IS-Net sees in a region of a picture, as it sees it: the region squeezed into its square. What is reckoned here
 * costs the same whatever the picture's size. Belongs to the caller's PointerScope.
 *
 * @param alpha CV_32FC1, {@link SalientMatte#SIDE} a side, 0 to 1
 */
record SalientSquare(Mat alpha, Box region) {
    private static final int SIDE = SalientMatte.SIDE;

    /** The pixels of the picture that a box of the square's cells touches. */
    Box inPicture(Box cells) {
        int left = (int) Math.floor((double) cells.x() * region.width() / SIDE);
        int top = (int) Math.floor((double) cells.y() * region.height() / SIDE);
        int right = (int) Math.ceil((double) (cells.x() + cells.width()) * region.width() / SIDE);
        int bottom = (int) Math.ceil((double) (cells.y() + cells.height()) * region.height() / SIDE);
        return new Box(left, top, right - left, bottom - top).moved(region.x(), region.y());
    }

    /** A mask of another square's cells, CV_8UC1, in this one's. */
    Mat mask(Mat mask, Box itsRegion) {
        Mat here = new Mat();
        Mat matrix = new Mat(2, 3, CV_64FC1, Scalar.all(0));
        try (DoubleIndexer values = matrix.createIndexer()) {
            double across = (double) region.width() / itsRegion.width();
            double down = (double) region.height() / itsRegion.height();
            values.put(0, 0, across);
            values.put(0, 2, (double) (region.x() - itsRegion.x()) * SIDE / itsRegion.width() + (across - 1) / 2);
            values.put(1, 1, down);
            values.put(1, 2, (double) (region.y() - itsRegion.y()) * SIDE / itsRegion.height() + (down - 1) / 2);
        }
        int how = INTER_NEAREST | WARP_INVERSE_MAP;
        warpAffine(mask, here, matrix, new Size(SIDE, SIDE), how, BORDER_CONSTANT, Scalar.all(0));
        return here;
    }

    /** An edge of the region, as many pixels long, and its cells. */
    private record Edge(int pixels, Mat cells) {}

    /** How much of those of the region's edges that are not the frame's is more than half covered, 0 to 1. */
    double shareOnInnerEdges(Box frame) {
        Mat found = Components.above(alpha, .5);
        List<Edge> inner = new ArrayList<>();
        if (region.x() > frame.x()) {
            inner.add(new Edge(region.height(), found.col(0)));
        }
        if (region.y() > frame.y()) {
            inner.add(new Edge(region.width(), found.row(0)));
        }
        if (region.x() + region.width() < frame.x() + frame.width()) {
            inner.add(new Edge(region.height(), found.col(SIDE - 1)));
        }
        if (region.y() + region.height() < frame.y() + frame.height()) {
            inner.add(new Edge(region.width(), found.row(SIDE - 1)));
        }
        double covered = inner.stream()
                .mapToDouble(edge -> (double) edge.pixels * countNonZero(edge.cells) / SIDE)
                .sum();
        int length = inner.stream().mapToInt(Edge::pixels).sum();
        return length == 0 ? 0 : covered / length;
    }

    /** CV_32FC1 of the region's size. */
    Mat inRegion() {
        Mat sized = new Mat();
        resize(alpha, sized, new Size(region.width(), region.height()), 0, 0, INTER_LINEAR);
        return sized;
    }

    /** Laid into a picture: CV_32FC1 of the picture's size, 0 outside the region. */
    Mat spread(int width, int height) {
        if (region.equals(Box.whole(width, height))) {
            return inRegion();
        }
        Mat spread = new Mat(height, width, CV_32FC1, Scalar.all(0));
        inRegion().copyTo(new Mat(spread, region.rect()));
        return spread;
    }
}
