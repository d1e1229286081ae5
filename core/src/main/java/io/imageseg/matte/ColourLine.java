package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;

import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What colours say about alpha, around every cell of a trimap: known foreground and background are normal distributions,
 * and a colour's place between their means, along Fisher's discriminant, is its alpha. How far the known cells around
 * are misjudged that way is its variance; a colour that lies off the line between the means makes it larger.
 */
final class ColourLine {
    /** Noise of a picture's colours, as a variance. */
    private static final float NOISE = 6e-4f;

    private static final float LEAST_KNOWN = .02f;
    private static final float NOTHING = 9;
    private static final double WEIGHT_OF_ERROR = 1.5;
    private static final double WEIGHT_OF_OVERLAP = .25;
    private static final double MOST_OVERLAP = 36;

    /** The squared distance from the line, in variances, at which an alpha is half believed. */
    private static final double OFF_LINE = 4;

    /** Alphas by colour seldom reach 0 and 1, since neither colour is one colour. */
    private static final double CLEAR = .08;

    private static final double OPAQUE = .92;

    /** For each cell: the discriminant and its offset, the variance, and the means and variances of both colours. */
    private static final int CHANNELS = 17;

    private final Box part;
    private final float[] cells;

    private ColourLine(Box part, float[] cells) {
        this.part = part;
        this.cells = cells;
    }

    /**
     * From what is known within a radius.
     *
     * @param image CV_32FC3 of the trimap's size, 0 to 1
     * @param asked CV_8UC1 of the same size, not 0 in the cells whose colours will be judged, of which there must be one
     */
    static ColourLine of(Mat image, Trimap trimap, int radius, Mat asked) {
        // A cell's error is taken from those within the radius, and a pixel lies between two cells.
        Box frame = Box.whole(image.cols(), image.rows());
        Box part = Box.around(asked).orElseThrow().grown(0, 2 * radius + 1, frame);
        Mat reached = new Mat();
        int reach = 2 * (radius + 1) + 1;
        dilate(new Mat(asked, part.rect()), reached, getStructuringElement(MORPH_RECT, new Size(reach, reach)));
        byte[] wanted = new byte[(int) reached.total()];
        reached.data().get(wanted);
        Size window = new Size(2 * radius + 1, 2 * radius + 1);
        Mat colours = new Mat(image, part.rect()).clone();
        Mat inFront = new Mat(trimap.foreground(), part.rect()).clone();
        Mat behind = new Mat(trimap.background(), part.rect()).clone();
        float[] cells = described(colours, inFront, behind, window, wanted);
        return new ColourLine(part, cells);
    }

    private static float[] described(Mat image, Mat inFront, Mat behind, Size window, byte[] wanted) {
        LocalColours front = LocalColours.of(image, inFront, window);
        LocalColours back = LocalColours.of(image, behind, window);
        float[] colours = Floats.of(image);
        float[] missed = Floats.of(inFront);
        float[] taken = Floats.of(behind);
        float[] cells = new float[wanted.length * CHANNELS];
        int columns = image.cols();
        IntStream.range(0, image.rows()).parallel().forEach(row -> {
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                if (wanted[i] != 0) {
                    describe(cells, i, front, back);
                    float alpha = alpha(cells, i * CHANNELS, colours[3 * i], colours[3 * i + 1], colours[3 * i + 2]);
                    missed[i] *= square(Math.clamp(1 - alpha, 0, 1.2f));
                    taken[i] *= square(Math.clamp(alpha, 0, 1.2f));
                }
            }
        });
        float[] errorInFront = LocalColours.around(Floats.mat(missed, columns, image.rows()), window);
        float[] errorBehind = LocalColours.around(Floats.mat(taken, columns, image.rows()), window);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != 0) {
                boolean known = front.weight()[i] > LEAST_KNOWN && back.weight()[i] > LEAST_KNOWN;
                float error = Math.max(errorInFront[i] / front.weight()[i], errorBehind[i] / back.weight()[i]);
                int at = i * CHANNELS + 4;
                cells[at] = known ? (float) (WEIGHT_OF_ERROR * error + WEIGHT_OF_OVERLAP * cells[at]) : NOTHING;
            }
        }
        return cells;
    }

    /** Solves (ΣF + ΣB)/2 · w = F − B for the cell; leaves the overlap 1/(w·(F − B)) in the variance's place. */
    private static void describe(float[] cells, int i, LocalColours front, LocalColours back) {
        int at = i * CHANNELS;
        int c = 3 * i;
        double rr = (front.squares()[c] + back.squares()[c]) / 2 + NOISE;
        double gg = (front.squares()[c + 1] + back.squares()[c + 1]) / 2 + NOISE;
        double bb = (front.squares()[c + 2] + back.squares()[c + 2]) / 2 + NOISE;
        double rg = (front.products()[c] + back.products()[c]) / 2;
        double gb = (front.products()[c + 1] + back.products()[c + 1]) / 2;
        double rb = (front.products()[c + 2] + back.products()[c + 2]) / 2;
        double r = front.mean()[c] - back.mean()[c];
        double g = front.mean()[c + 1] - back.mean()[c + 1];
        double b = front.mean()[c + 2] - back.mean()[c + 2];
        double x = (gg * bb - gb * gb) * r + (rb * gb - rg * bb) * g + (rg * gb - rb * gg) * b;
        double y = (rb * gb - rg * bb) * r + (rr * bb - rb * rb) * g + (rg * rb - rr * gb) * b;
        double z = (rg * gb - rb * gg) * r + (rg * rb - rr * gb) * g + (rr * gg - rg * rg) * b;
        double determinant = rr * (gg * bb - gb * gb) - rg * (rg * bb - gb * rb) + rb * (rg * gb - gg * rb);
        double length = x * r + y * g + z * b;
        double unit = 1 / Math.max(length, 1e-6 * determinant);
        cells[at] = (float) (x * unit);
        cells[at + 1] = (float) (y * unit);
        cells[at + 2] = (float) (z * unit);
        cells[at + 3] = (float) (-unit * (x * back.mean()[c] + y * back.mean()[c + 1] + z * back.mean()[c + 2]));
        cells[at + 4] = (float) Math.min(MOST_OVERLAP, determinant * unit);
        for (int j = 0; j < 3; j++) {
            cells[at + 5 + j] = front.mean()[c + j];
            cells[at + 8 + j] = back.mean()[c + j];
            cells[at + 11 + j] = front.squares()[c + j];
            cells[at + 14 + j] = back.squares()[c + j];
        }
    }

    private static float alpha(float[] cells, int at, float red, float green, float blue) {
        return cells[at] * red + cells[at + 1] * green + cells[at + 2] * blue + cells[at + 3];
    }

    private static float square(float value) {
        return value * value;
    }

    /** The cells between two rows of them: at a height counted in cells from the middle of the first. */
    Row row(double y) {
        int rows = part.height();
        int columns = part.width();
        double inY = Math.clamp(y - part.y(), 0, rows - 1);
        int top = Math.min((int) inY, Math.max(0, rows - 2));
        float down = (float) inY - top;
        int at = top * columns * CHANNELS;
        int below = rows > 1 ? columns * CHANNELS : 0;
        float[] between = new float[columns * CHANNELS];
        for (int i = 0; i < between.length; i++) {
            between[i] = cells[at + i] + down * (cells[at + below + i] - cells[at + i]);
        }
        return new Row(part.x(), columns, between);
    }

    /**
     * The line along one row of pixels.
     *
     * @param first the cell it begins with
     */
    record Row(int first, int columns, float[] cells) {
        /** Has the colour, 0 to 1, at a place counted in cells from the middle of the first, judged. */
        void judge(float red, float green, float blue, double x, ColourJudgement judgement) {
            double inX = Math.clamp(x - first, 0, columns - 1);
            int left = Math.min((int) inX, Math.max(0, columns - 2));
            float across = (float) inX - left;
            int at = left * CHANNELS;
            float raw = between(at, across) * red
                    + between(at + 1, across) * green
                    + between(at + 2, across) * blue
                    + between(at + 3, across);
            float share = Math.clamp(raw, 0, 1);
            float offLine = offLine(at + 5, across, share, red)
                    + offLine(at + 6, across, share, green)
                    + offLine(at + 7, across, share, blue);
            double doubt = offLine / OFF_LINE;
            double alpha = Math.clamp((raw - CLEAR) / (OPAQUE - CLEAR), 0, 1);
            judgement.add(alpha, between(at + 4, across) * (1 + doubt * doubt));
        }

        /** The squared distance of one channel from the line, in variances. */
        private float offLine(int at, float across, float share, float colour) {
            float rest = 1 - share;
            float off = colour - share * between(at, across) - rest * between(at + 3, across);
            float variance = share * share * between(at + 6, across) + rest * rest * between(at + 9, across) + NOISE;
            return off * off / variance;
        }

        private float between(int at, float across) {
            int right = columns > 1 ? CHANNELS : 0;
            return cells[at] + across * (cells[at + right] - cells[at]);
        }
    }
}
