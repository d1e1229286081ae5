package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CMP_EQ;
import static org.bytedeco.opencv.global.opencv_core.CMP_GT;
import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.bitwise_or;
import static org.bytedeco.opencv.global.opencv_core.compare;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_HEIGHT;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_LEFT;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_TOP;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_WIDTH;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponentsWithStats;

import io.imageseg.image.Box;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * The 8-connected parts of a matte above a threshold. Everything it makes belongs to the caller's PointerScope.
 *
 * @param labels CV_32S, 0 outside all parts
 */
record Components(Mat labels, List<Component> parts) {

    /**
     * One part.
     *
     * @param weight area · mean² of the matte
     * @param offCentre d², where d is the distance of its centroid from the frame's centre in units of the frame's sides
     */
    record Component(int label, Box box, double weight, double offCentre) {
        double score(double centrality) {
            return weight * Math.exp(-centrality * offCentre);
        }
    }

    static Components of(Mat alpha, double level) {
        Mat labels = new Mat();
        Mat statistics = new Mat();
        Mat centroids = new Mat();
        int count = connectedComponentsWithStats(above(alpha, level), labels, statistics, centroids, 8, CV_32S);
        List<Component> parts = new ArrayList<>();
        try (IntIndexer of = statistics.createIndexer();
                DoubleIndexer centroid = centroids.createIndexer()) {
            for (int label = 1; label < count; label++) {
                Box box = new Box(
                        of.get(label, CC_STAT_LEFT),
                        of.get(label, CC_STAT_TOP),
                        of.get(label, CC_STAT_WIDTH),
                        of.get(label, CC_STAT_HEIGHT));
                double dx = centroid.get(label, 0) / alpha.cols() - .5;
                double dy = centroid.get(label, 1) / alpha.rows() - .5;
                double certainty = mean(new Mat(alpha, box.rect()), is(new Mat(labels, box.rect()), label))
                        .get(0);
                double weight = of.get(label, CC_STAT_AREA) * certainty * certainty;
                parts.add(new Component(label, box, weight, dx * dx + dy * dy));
            }
        }
        return new Components(labels, parts);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Those whose score is at least this share of the best one's. */
    Components atLeast(double share, double centrality) {
        double best = parts.stream().mapToDouble(p -> p.score(centrality)).max().orElse(0);
        return new Components(
                labels,
                parts.stream().filter(p -> p.score(centrality) >= share * best).toList());
    }

    /** The smallest box that holds all parts, of which there must be one. */
    Box box() {
        return parts.stream().map(Component::box).reduce(Box::union).orElseThrow();
    }

    /** CV_8UC1, 255 in all parts. */
    Mat mask() {
        Mat mask = new Mat(labels.size(), CV_8UC1, Scalar.all(0));
        for (Component part : parts) {
            Mat inBox = new Mat(mask, part.box.rect());
            bitwise_or(inBox, is(new Mat(labels, part.box.rect()), part.label), inBox);
        }
        return mask;
    }

    /** CV_8UC1, 255 in the parts that share a pixel with {@code other}. */
    Mat touching(Mat other) {
        List<Component> touched = new ArrayList<>();
        for (Component part : parts) {
            Mat common = new Mat();
            new Mat(other, part.box.rect()).copyTo(common, is(new Mat(labels, part.box.rect()), part.label));
            if (countNonZero(common) > 0) {
                touched.add(part);
            }
        }
        return new Components(labels, touched).mask();
    }

    /** Those of which at least a share of the pixels lies in a box. */
    Components inside(Box box, double share) {
        return new Components(
                labels,
                parts.stream().filter(part -> shareIn(part, box) >= share).toList());
    }

    private double shareIn(Component part, Box box) {
        if (!part.box.meets(box)) {
            return 0;
        }
        int inside = countNonZero(is(new Mat(labels, part.box.grown(0, 0, box).rect()), part.label));
        return (double) inside / countNonZero(is(new Mat(labels, part.box.rect()), part.label));
    }

    /** CV_8UC1, 255 where {@code alpha} is above {@code level}. */
    static Mat above(Mat alpha, double level) {
        return compared(alpha, level, CMP_GT);
    }

    private static Mat is(Mat labels, int label) {
        return compared(labels, label, CMP_EQ);
    }

    private static Mat compared(Mat values, double value, int how) {
        Mat mask = new Mat();
        compare(values, new Mat(1, 1, values.type(), Scalar.all(value)), mask, how);
        return mask;
    }
}
