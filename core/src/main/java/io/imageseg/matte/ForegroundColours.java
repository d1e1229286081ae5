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
 * The wide means of the background serve both passes.
 */
public final class ForegroundColours {
    private static final int TILE = 64;
    private static final int PAD = 4;
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
            Mat alpha = new Mat(matte, tile.window());
            Mat weight = Channels.three(alpha);
            CoarseColours wide = coarse.around(tile.x, tile.y, TILE, PAD);
            Mat kept = Channels.three(withoutSquare(alpha));
            Mat seen = seen(image, alpha, weight, new Mat(wide.background(), tile.windowInMap()));
            Mat first = corrected(new Mat(wide.foreground(), tile.windowInMap()), kept, seen);
            Channels.clip(first, 255);
            Mat second = corrected(narrowMean(first, alpha, weight), kept, seen);
            Mat rounded = new Mat();
            new Mat(second, tile.innerInWindow()).convertTo(rounded, CV_8U);
            rounded.copyTo(new Mat(colours, tile.inner()));
        }
    }

    /** 1 − α². */
    private static Mat withoutSquare(Mat alpha) {
        Mat square = new Mat();
        multiply(alpha, alpha, square);
        return Channels.complement(square);
    }

    /** α·(I − (1−α)·B). */
    private static Mat seen(Mat image, Mat alpha, Mat weight, Mat background) {
        Mat seen = Channels.three(Channels.complement(alpha));
        multiply(seen, background, seen);
        subtract(image, seen, seen);
        multiply(seen, weight, seen);
        return seen;
    }

    /** F + α·(I − α·F − (1−α)·B), as (1 − α²)·F and what does not depend on F. */
    private static Mat corrected(Mat foreground, Mat kept, Mat seen) {
        Mat corrected = new Mat();
        multiply(foreground, kept, corrected);
        add(corrected, seen, corrected);
        return corrected;
    }

    private static Mat narrowMean(Mat values, Mat alpha, Mat weight) {
        Mat sum = new Mat();
        multiply(values, weight, sum);
        blur(sum, sum, new Size(NARROW, NARROW));
        Mat total = new Mat();
        blur(alpha, total, new Size(NARROW, NARROW));
        return CoarseColours.mean(sum, total);
    }
}
