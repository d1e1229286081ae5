package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_FGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_INIT_WITH_MASK;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_FGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.grabCut;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Picture;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Moves a mask's outline to the nearest border of colours within its band (Rother et al., "GrabCut", SIGGRAPH 2004), on a
 * small copy of the picture.
 */
final class BandCut {
    private static final int SIDE = 640;
    private static final int ROUNDS = 5;
    private static final double SOFTNESS = .7;

    /** How much of the surroundings tells what colours the background has, in pixels of the small copy. */
    private static final int SURROUNDINGS = 77;

    /** Of something so thin that all of it is band, what is deeper than this part of the deepest is sure. */
    private static final double MIDDLE = .6;

    /** OpenCV draws at random where it starts; the same photo must always give the same mask. */
    private static final int SEED = 7;

    private BandCut() {}

    /** The alpha by colours, CV_32FC1 of the mask's size; the mask itself when there is nothing to tell apart. */
    static Mat of(Picture picture, CoarseMask mask) {
        Mat alpha = new Mat();
        try (PointerScope _ = new PointerScope()) {
            double shrink = Math.min(1, (double) SIDE / Math.max(picture.width(), picture.height()));
            Size size = new Size(side(picture.width(), shrink), side(picture.height(), shrink));
            Mat colours = new Mat();
            resize(picture.rgb(), colours, size, 0, 0, INTER_AREA);
            Mat depth = new Mat();
            resize(mask.depth(), depth, size, 0, 0, INTER_LINEAR);
            byte[] marks = marks(Floats.of(depth), mask.band());
            if (decide(colours, marks)) {
                Mat soft = foreground(marks, size);
                GaussianBlur(soft, soft, new Size(), SOFTNESS);
                resize(soft, alpha, mask.depth().size(), 0, 0, INTER_LINEAR);
            } else {
                mask.coverage().copyTo(alpha);
            }
        }
        return alpha;
    }

    private static int side(int side, double shrink) {
        return (int) Math.max(1, Math.round(side * shrink));
    }

    private static byte[] marks(float[] depth, double band) {
        double deepest = 0;
        for (float one : depth) {
            deepest = Math.max(deepest, one);
        }
        double sure = deepest > band ? band : MIDDLE * deepest;
        byte[] marks = new byte[depth.length];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = (byte) mark(depth[i], sure, band);
        }
        return marks;
    }

    private static int mark(double depth, double sure, double band) {
        if (depth > sure) {
            return GC_FGD;
        }
        if (depth < -band) {
            return GC_BGD;
        }
        return depth > 0 ? GC_PR_FGD : GC_PR_BGD;
    }

    /** Replaces what is likely by what is found; false if either side is missing. */
    private static boolean decide(Mat colours, byte[] marks) {
        Mat marked = new Mat(colours.size(), CV_8UC1);
        marked.data().put(marks);
        Box whole = Box.whole(colours.cols(), colours.rows());
        Rect part =
                Box.around(marked).orElse(whole).grown(0, SURROUNDINGS, whole).rect();
        boolean anyForeground = false;
        boolean anyBackground = false;
        for (byte mark : marks) {
            anyForeground |= isForeground(mark);
            anyBackground |= !isForeground(mark);
        }
        if (anyForeground && anyBackground) {
            setRNGSeed(SEED);
            Mat inPart = new Mat(marked, part);
            grabCut(new Mat(colours, part), inPart, new Rect(), new Mat(), new Mat(), ROUNDS, GC_INIT_WITH_MASK);
            marked.data().get(marks);
        }
        return anyForeground && anyBackground;
    }

    private static boolean isForeground(byte mark) {
        return mark == GC_FGD || mark == GC_PR_FGD;
    }

    private static Mat foreground(byte[] marks, Size size) {
        float[] foreground = new float[marks.length];
        for (int i = 0; i < marks.length; i++) {
            foreground[i] = isForeground(marks[i]) ? 1 : 0;
        }
        return Floats.mat(foreground, size.width(), size.height());
    }
}
