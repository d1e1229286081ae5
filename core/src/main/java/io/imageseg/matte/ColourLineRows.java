package io.imageseg.matte;

import static io.imageseg.matte.ColourLine.CHANNELS;
import static io.imageseg.matte.Discriminant.NOISE;

import io.imageseg.image.Box;
import io.imageseg.image.FloatRow;

/** A {@link ColourLine} along one row of pixels after another, each from left to right. For one thread. */
final class ColourLineRows {
    /** The squared distance from the line, in variances, at which an alpha is half believed. */
    private static final double OFF_LINE = 4;

    /** Alphas by colour seldom reach 0 and 1, since neither colour is one colour. */
    private static final double CLEAR = .08;

    private static final double OPAQUE = .92;

    private final Box part;
    private final FloatRow above;
    private final FloatRow below;
    private final float[] between;

    private float[] upper;
    private float[] lower;
    private float down;
    private int top = -1;

    /** Cells up to this are interpolated. */
    private int done;

    ColourLineRows(ColourLine line) {
        part = line.part();
        above = new FloatRow(line.cells());
        below = new FloatRow(line.cells());
        upper = above.read(0);
        lower = below.read(0);
        between = new float[upper.length];
    }

    /** Goes to a height counted in cells from the middle of the first row. */
    void moveTo(double y) {
        int rows = part.height();
        double inY = Math.clamp(y - part.y(), 0, rows - 1);
        int row = Math.min((int) inY, Math.max(0, rows - 2));
        if (row != top) {
            top = row;
            upper = above.read(row);
            lower = below.read(Math.min(row + 1, rows - 1));
        }
        down = (float) inY - row;
        done = 0;
    }

    /**
     * Has a colour, 0 to 1, judged.
     *
     * @param x the place, counted in cells from the middle of the first; no less than in this row before
     */
    void judge(float red, float green, float blue, double x, ColourJudgement judgement) {
        int columns = part.width();
        double inX = Math.clamp(x - part.x(), 0, columns - 1);
        int left = Math.min((int) inX, Math.max(0, columns - 2));
        int right = Math.min(left + 1, columns - 1);
        interpolate(left, right);
        float across = (float) inX - left;
        int at = left * CHANNELS;
        int step = (right - left) * CHANNELS;
        float raw = at(at, step, across) * red
                + at(at + 1, step, across) * green
                + at(at + 2, step, across) * blue
                + at(at + 3, step, across);
        float share = Math.clamp(raw, 0, 1);
        float offLine = offLine(at + 5, step, across, share, red)
                + offLine(at + 6, step, across, share, green)
                + offLine(at + 7, step, across, share, blue);
        double doubt = offLine / OFF_LINE;
        double alpha = Math.clamp((raw - CLEAR) / (OPAQUE - CLEAR), 0, 1);
        judgement.add(alpha, at(at + 4, step, across) * (1 + doubt * doubt));
    }

    /** Puts two cells at the row's height, if they are not there yet. */
    private void interpolate(int left, int right) {
        int from = Math.max(done, left * CHANNELS);
        int to = (right + 1) * CHANNELS;
        for (int i = from; i < to; i++) {
            between[i] = upper[i] + down * (lower[i] - upper[i]);
        }
        done = Math.max(done, to);
    }

    /** The squared distance of one channel from the line, in variances. */
    private float offLine(int at, int step, float across, float share, float colour) {
        float rest = 1 - share;
        float off = colour - share * at(at, step, across) - rest * at(at + 3, step, across);
        float variance = share * share * at(at + 6, step, across) + rest * rest * at(at + 9, step, across) + NOISE;
        return off * off / variance;
    }

    private float at(int at, int step, float across) {
        return between[at] + across * (between[at + step] - between[at]);
    }
}
