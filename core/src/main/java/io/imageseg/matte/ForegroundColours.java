package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.inRange;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;

import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The subject's own colours under soft edges, where the picture shows a blend with its old background: blur-fusion
 * (Forte, "Approximate Fast Foreground Colour Estimation", ICIP 2021), a wide pass and a narrow one.
 *
 * <p>The wide pass's means are smooth and are computed at an eighth of the size; its correction and the narrow pass must
 * be at full size, but only tiles that hold a soft edge need them: elsewhere the picture's own colours are the answer.
 */
public final class ForegroundColours {
    private static final int TILE = 64;
    private static final int PAD = 8;
    private static final int NARROW = 6;
    private static final double FAINTEST = 1 / 510.0;

    private ForegroundColours() {}

    /** The estimated colours, CV_8UC3, red first; the picture's own where the matte is 0 or 1. The caller frees it. */
    public static Mat of(Picture picture, Matte matte) {
        try (PointerScope _ = new PointerScope()) {
            Mat soft = new Mat();
            inRange(
                    matte.alpha(),
                    new Mat(1, 1, CV_32F, Scalar.all(FAINTEST)),
                    new Mat(1, 1, CV_32F, Scalar.all(1 - FAINTEST)),
                    soft);
            CoarseColours coarse = CoarseColours.of(picture.rgb(), matte.alpha());
            Mat colours = picture.rgb().clone();
            int columns = (colours.cols() + TILE - 1) / TILE;
            int rows = (colours.rows() + TILE - 1) / TILE;
            IntStream.range(0, columns * rows).parallel().forEach(i -> {
                Tile tile = Tile.at(i % columns * TILE, i / columns * TILE, colours.cols(), colours.rows());
                refine(picture.rgb(), matte.alpha(), soft, coarse, tile, colours);
            });
            colours.retainReference();
            return colours;
        }
    }

    /** A square of the picture and the window around it, both cut off at the frame. */
    private record Tile(int x, int y, int width, int height, int left, int top, int right, int bottom) {
        static Tile at(int x, int y, int frameWidth, int frameHeight) {
            return new Tile(
                    x,
                    y,
                    Math.min(TILE, frameWidth - x),
                    Math.min(TILE, frameHeight - y),
                    Math.max(0, x - PAD),
                    Math.max(0, y - PAD),
                    Math.min(frameWidth, x + TILE + PAD),
                    Math.min(frameHeight, y + TILE + PAD));
        }

        Rect inner() {
            return new Rect(x, y, width, height);
        }

        Rect window() {
            return new Rect(left, top, right - left, bottom - top);
        }

        /** The window in a map that begins {@link #PAD} before the tile. */
        Rect windowInMap() {
            return new Rect(left - x + PAD, top - y + PAD, right - left, bottom - top);
        }

        Rect innerInWindow() {
            return new Rect(x - left, y - top, width, height);
        }
    }

    private static void refine(Mat rgb, Mat matte, Mat soft, CoarseColours coarse, Tile tile, Mat colours) {
        try (PointerScope _ = new PointerScope()) {
            if (countNonZero(new Mat(soft, tile.inner())) == 0) {
                return;
            }
            Mat image = new Mat();
            new Mat(rgb, tile.window()).convertTo(image, CV_32F);
            Mat alpha = Channels.three(new Mat(matte, tile.window()));
            Mat rest = Channels.complement(alpha);
            CoarseColours wide = coarse.around(tile.x, tile.y, TILE, PAD);
            Mat background = new Mat(wide.background(), tile.windowInMap());
            Mat first = corrected(image, alpha, rest, new Mat(wide.foreground(), tile.windowInMap()), background);
            Mat second = corrected(image, alpha, rest, narrowMean(first, alpha), narrowMean(background, rest));
            Mat rounded = new Mat();
            new Mat(second, tile.innerInWindow()).convertTo(rounded, CV_8U);
            rounded.copyTo(new Mat(colours, tile.inner()));
        }
    }

    /** F + α·(I − α·F − (1−α)·B), kept between 0 and 255. */
    private static Mat corrected(Mat image, Mat alpha, Mat rest, Mat foreground, Mat background) {
        Mat error = new Mat();
        multiply(alpha, foreground, error);
        Mat behind = new Mat();
        multiply(rest, background, behind);
        add(error, behind, error);
        subtract(image, error, error);
        multiply(error, alpha, error);
        add(error, foreground, error);
        Channels.clip(error, 255);
        return error;
    }

    private static Mat narrowMean(Mat values, Mat weights) {
        Mat sum = new Mat();
        multiply(values, weights, sum);
        blur(sum, sum, new Size(NARROW, NARROW));
        Mat total = new Mat();
        blur(weights, total, new Size(NARROW, NARROW));
        return CoarseColours.mean(sum, total);
    }
}
