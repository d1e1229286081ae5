package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CMP_EQ;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.bitwise_or;
import static org.bytedeco.opencv.global.opencv_core.compare;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponents;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;

import java.util.function.Predicate;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Connected pieces of a matte, a pixel belonging to one where at least half of it is covered. */
final class Pieces {
    private Pieces() {}

    /** The matte without all pieces but the largest. */
    static Mat largest(Mat matte) {
        Mat labels = new Mat();
        int count = connectedComponents(Coverage.half(matte), labels, 8, CV_32S);
        Mat largest = new Mat(matte.size(), CV_8UC1, Scalar.all(0));
        int most = 0;
        for (int i = 1; i < count; i++) {
            Mat piece = piece(labels, i);
            int area = countNonZero(piece);
            if (area > most) {
                most = area;
                largest = piece;
            }
        }
        return only(matte, largest);
    }

    /** The matte without the pieces that are small or do not touch another. */
    static Mat touching(Mat matte, Mat other, double leastArea) {
        Mat near = new Mat();
        dilate(Coverage.half(other), near, getStructuringElement(MORPH_RECT, new Size(5, 5)));
        Mat touching = new Mat();
        return keep(matte, piece -> {
            bitwise_and(piece, near, touching);
            return countNonZero(touching) > 0 && countNonZero(piece) > leastArea;
        });
    }

    private static Mat keep(Mat matte, Predicate<Mat> wanted) {
        Mat labels = new Mat();
        int count = connectedComponents(Coverage.half(matte), labels, 8, CV_32S);
        Mat kept = new Mat(matte.size(), CV_8UC1, Scalar.all(0));
        for (int i = 1; i < count; i++) {
            Mat piece = piece(labels, i);
            if (wanted.test(piece)) {
                bitwise_or(kept, piece, kept);
            }
        }
        return only(matte, kept);
    }

    private static Mat piece(Mat labels, int number) {
        Mat piece = new Mat();
        compare(labels, new Mat(labels.size(), labels.type(), Scalar.all(number)), piece, CMP_EQ);
        return piece;
    }

    /** What belongs to other pieces is gone; the soft edge, which belongs to none, stays next to what is kept. */
    private static Mat only(Mat matte, Mat pieces) {
        Mat edge = new Mat();
        dilate(pieces, edge, getStructuringElement(MORPH_RECT, new Size(5, 5)));
        Mat others = Coverage.half(matte);
        Mat notKept = new Mat();
        bitwise_not(pieces, notKept);
        bitwise_and(others, notKept, others);
        Mat kept = new Mat(matte.size(), CV_32FC1, Scalar.all(0));
        matte.copyTo(kept, edge);
        kept.setTo(new Mat(new org.bytedeco.opencv.opencv_core.Size(1, 1), CV_32FC1, Scalar.all(0)), others);
        return kept;
    }
}
