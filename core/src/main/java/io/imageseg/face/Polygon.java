package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32SC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_8;
import static org.bytedeco.opencv.global.opencv_imgproc.fillPoly;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Point;
import io.imageseg.image.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** A closed line through at least three corners, in pixels of a picture. */
record Polygon(List<Point> corners) {
    private static final int STEPS = 6;
    private static final int FINEST = 8;
    private static final int LARGEST_GRID = 2048;
    private static final int FIXED_POINT_BITS = 4;

    Polygon {
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a polygon has at least 3 corners, not " + corners.size());
        }
        corners = List.copyOf(corners);
    }

    /** Between two lines that start and end at the same sides, such as a lip's outer and inner line. */
    static Polygon between(List<Point> there, List<Point> back) {
        List<Point> corners = new ArrayList<>(there);
        List<Point> reversed = new ArrayList<>(back);
        Collections.reverse(reversed);
        corners.addAll(reversed);
        return new Polygon(corners);
    }

    /** A smooth line through the same corners (Catmull and Rom, "A class of local interpolating splines", 1974). */
    Polygon smooth() {
        int count = corners.size();
        List<Point> smooth = new ArrayList<>(count * STEPS);
        for (int i = 0; i < count; i++) {
            Point before = corners.get((i + count - 1) % count);
            Point from = corners.get(i);
            Point to = corners.get((i + 1) % count);
            Point after = corners.get((i + 2) % count);
            for (int step = 0; step < STEPS; step++) {
                smooth.add(spline(before, from, to, after, (double) step / STEPS));
            }
        }
        return new Polygon(smooth);
    }

    private static Point spline(Point before, Point from, Point to, Point after, double t) {
        return before.times(-t + 2 * t * t - t * t * t)
                .plus(from.times(2 - 5 * t * t + 3 * t * t * t))
                .plus(to.times(t + 4 * t * t - 3 * t * t * t))
                .plus(after.times(-t * t + t * t * t))
                .times(.5);
    }

    /** The smallest region that holds it. */
    Region bounds() {
        return new Region(
                corners.stream().mapToDouble(Point::x).min().orElseThrow(),
                corners.stream().mapToDouble(Point::y).min().orElseThrow(),
                corners.stream().mapToDouble(Point::x).max().orElseThrow(),
                corners.stream().mapToDouble(Point::y).max().orElseThrow());
    }

    /** How much of each pixel of a box it covers, CV_32FC1, 0 to 1, of the box's size. */
    Mat coverage(Box box) {
        Mat coverage = new Mat(box.height(), box.width(), CV_32FC1, Scalar.all(0));
        bounds().within(box).ifPresent(part -> {
            Mat place = new Mat(coverage, part.seenFrom(box).rect());
            filled(part).convertTo(place, CV_32FC1, 1 / 255.0, 0);
        });
        return coverage;
    }

    /** Filled on a grid finer than the pixels, since whole pixels are too coarse for eyes and lips; CV_8UC1. */
    private Mat filled(Box box) {
        int finer = Math.clamp(LARGEST_GRID / Math.max(box.width(), box.height()), 1, FINEST);
        Mat fine = new Mat(box.height() * finer, box.width() * finer, CV_8UC1, Scalar.all(0));
        int[] flat = new int[corners.size() * 2];
        for (int i = 0; i < corners.size(); i++) {
            // OpenCV means a pixel's centre where this project means its edge.
            flat[2 * i] = fixed((corners.get(i).x() - box.x()) * finer - .5);
            flat[2 * i + 1] = fixed((corners.get(i).y() - box.y()) * finer - .5);
        }
        Mat line = new Mat(corners.size(), 1, CV_32SC2, new IntPointer(flat));
        fillPoly(
                fine,
                new MatVector(line),
                Scalar.all(255),
                LINE_8,
                FIXED_POINT_BITS,
                new org.bytedeco.opencv.opencv_core.Point(0, 0));
        Mat whole = new Mat();
        resize(fine, whole, new Size(box.width(), box.height()), 0, 0, INTER_AREA);
        return whole;
    }

    private static int fixed(double value) {
        return (int) Math.round(value * (1 << FIXED_POINT_BITS));
    }
}
