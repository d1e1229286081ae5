package io.imageseg.matte;

import io.imageseg.image.FloatRow;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Settles a matte between what it is and what colours say, one row after another. For one thread. */
final class ColourSettling {
    /** Below this variance a pixel stays as it is. */
    private static final double LEAST_PRIOR = .002;

    private final Mat rgb;
    private final List<ColourLineRows> lines;
    private final double cellsAcross;
    private final FloatRow doubts;
    private final FloatRow alphas;
    private final byte[] colours;
    private final ColourJudgement judgement = new ColourJudgement();

    /**
     * Of a whole picture, a row of which can be settled by this.
     *
     * @param rgb CV_8UC3
     * @param variance of the matte, CV_32FC1 of the same size
     * @param cellsAcross the lines' cells by the pixels of a row
     * @param alpha the matte, CV_32FC1 of the same size, which is written to
     */
    ColourSettling(Mat rgb, Mat variance, List<ColourLine> lines, double cellsAcross, Mat alpha) {
        this.rgb = rgb;
        this.lines = lines.stream().map(ColourLineRows::new).toList();
        this.cellsAcross = cellsAcross;
        doubts = new FloatRow(variance);
        alphas = new FloatRow(alpha);
        colours = new byte[3 * rgb.cols()];
    }

    /**
     * Settles a row.
     *
     * @param cellY its height, counted in cells from the middle of the first
     */
    void settle(int y, double cellY) {
        float[] doubt = doubts.read(y);
        if (!isDoubted(doubt)) {
            return;
        }
        try (BytePointer start = rgb.ptr(y)) {
            start.get(colours);
        }
        lines.forEach(line -> line.moveTo(cellY));
        float[] alpha = alphas.read(y);
        for (int x = 0; x < doubt.length; x++) {
            if (doubt[x] > LEAST_PRIOR) {
                judge(x, (x + .5) * cellsAcross - .5);
                alpha[x] = (float) judgement.settled(alpha[x], doubt[x]);
            }
        }
        alphas.write(y);
    }

    private void judge(int x, double cellX) {
        float red = channel(3 * x);
        float green = channel(3 * x + 1);
        float blue = channel(3 * x + 2);
        judgement.clear();
        for (ColourLineRows line : lines) {
            line.judge(red, green, blue, cellX, judgement);
        }
    }

    private float channel(int at) {
        return Byte.toUnsignedInt(colours[at]) / 255f;
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
