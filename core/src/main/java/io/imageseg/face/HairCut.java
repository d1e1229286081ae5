package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_FGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_INIT_WITH_MASK;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_FGD;
import static org.bytedeco.opencv.global.opencv_imgproc.grabCut;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** Decides for every pixel, along the picture's edges (Rother et al., "GrabCut", SIGGRAPH 2004). */
final class HairCut {
    private static final int ROUNDS = 3;
    private static final double SURE = .9;
    private static final double PERSON = .5;
    private static final double PERHAPS_PERSON = .2;

    /** OpenCV draws at random where it starts; the same photo must always give the same hair. */
    private static final int SEED = 1;

    private HairCut() {}

    /** 1 where the probability and the edges say hair, and the matte a person; else 0. */
    static float[] of(HeadView view, float[] hair) {
        byte[] marks = new byte[hair.length];
        boolean anyHair = false;
        boolean anyOther = false;
        for (int i = 0; i < hair.length; i++) {
            marks[i] = (byte) (view.person()[i] < PERHAPS_PERSON ? GC_BGD : mark(hair[i]));
            boolean likely = marks[i] == GC_FGD || marks[i] == GC_PR_FGD;
            anyHair |= likely;
            anyOther |= !likely;
        }
        if (anyHair && anyOther) {
            decide(view, marks);
        }
        return HairSeeds.where(view, i -> (marks[i] == GC_FGD || marks[i] == GC_PR_FGD) && view.person()[i] > PERSON);
    }

    private static int mark(float hair) {
        if (hair > SURE) {
            return GC_FGD;
        }
        if (hair < 1 - SURE) {
            return GC_BGD;
        }
        return hair > .5 ? GC_PR_FGD : GC_PR_BGD;
    }

    private static void decide(HeadView view, byte[] marks) {
        Mat mask = new Mat(view.height(), view.width(), CV_8UC1);
        mask.data().put(marks);
        Mat rgb = new Mat();
        view.rgb().convertTo(rgb, CV_8UC3, 255, 0);
        setRNGSeed(SEED);
        grabCut(rgb, mask, new Rect(), new Mat(), new Mat(), ROUNDS, GC_INIT_WITH_MASK);
        mask.data().get(marks);
    }
}
