package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The wide means of foreground and background around every pixel, which are so smooth that an eighth of the size holds
 * them. CV_32FC3, 0 to 255, with a border repeated around. Belongs to the caller's PointerScope.
 */
record CoarseColours(Mat foreground, Mat background) {
    static final int SCALE = 8;

    private static final double LEAST_WEIGHT = 1e-5;
    private static final int WINDOW = 11;
    /** Cells of border: two before, so that interpolation has neighbours; behind, room for a whole tile more. */
    private static final int BEFORE = 2;

    private static final int BEHIND = 10;

    /** From CV_8UC3 and CV_32FC1 of the same size. */
    static CoarseColours of(Mat rgb, Mat alpha) {
        Size quarter = new Size((rgb.cols() + 3) / 4, (rgb.rows() + 3) / 4);
        Size eighth = new Size((rgb.cols() + 7) / 8, (rgb.rows() + 7) / 8);
        Mat image = new Mat();
        resize(rgb, image, quarter, 0, 0, INTER_NEAREST);
        image.convertTo(image, CV_32F);
        Mat weight = new Mat();
        resize(alpha, weight, quarter, 0, 0, INTER_NEAREST);
        Mat weighted = new Mat();
        multiply(image, Channels.three(weight), weighted);
        for (Mat map : new Mat[] {image, weight, weighted}) {
            resize(map, map, eighth, 0, 0, INTER_AREA);
            blur(map, map, new Size(WINDOW, WINDOW));
        }
        Mat rest = new Mat();
        subtract(image, weighted, rest);
        return new CoarseColours(bordered(mean(weighted, weight)), bordered(mean(rest, Channels.complement(weight))));
    }

    /** Sum of three channels by a weight, where there is any. */
    static Mat mean(Mat sum, Mat weight) {
        Mat mean = new Mat();
        divide(sum, Channels.three(Channels.divisor(weight, LEAST_WEIGHT)), mean);
        return mean;
    }

    /** Both maps at full size around a tile whose corner is a multiple of {@link #SCALE}: {@code pad} pixels more on each side. */
    CoarseColours around(int x, int y, int tile, int pad) {
        int cells = (tile + 2 * BEFORE * SCALE) / SCALE;
        Rect cell = new Rect(x / SCALE, y / SCALE, cells, cells);
        return new CoarseColours(enlarged(foreground, cell, tile, pad), enlarged(background, cell, tile, pad));
    }

    private static Mat enlarged(Mat map, Rect cell, int tile, int pad) {
        Mat full = new Mat();
        int side = cell.width() * SCALE;
        resize(new Mat(map, cell), full, new Size(side, side), 0, 0, INTER_LINEAR);
        int margin = BEFORE * SCALE - pad;
        return new Mat(full, new Rect(margin, margin, tile + 2 * pad, tile + 2 * pad));
    }

    private static Mat bordered(Mat map) {
        Mat bordered = new Mat();
        copyMakeBorder(map, bordered, BEFORE, BEHIND, BEFORE, BEHIND, BORDER_REPLICATE);
        return bordered;
    }
}
