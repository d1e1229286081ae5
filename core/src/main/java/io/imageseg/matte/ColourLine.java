package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CMP_LT;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.compare;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.min;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;

import io.imageseg.image.Box;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What colours say about alpha, around every cell of a trimap: known foreground and background are normal distributions,
 * and a colour's place between their means, along Fisher's discriminant, is its alpha. How far the known cells around
 * are misjudged that way is its variance; a colour that lies off the line between the means makes it larger.
 *
 * @param part of the trimap that this is about
 * @param cells CV_32F with {@link #CHANNELS} channels, of the part's size: the discriminant and its offset, the variance,
 *     and the means and variances of both colours. Belongs to the caller's PointerScope
 */
record ColourLine(Box part, Mat cells) {
    static final int CHANNELS = 17;

    private static final double LEAST_KNOWN = .02;
    private static final double NOTHING = 9;
    private static final double WEIGHT_OF_ERROR = 1.5;
    private static final double WEIGHT_OF_OVERLAP = .25;
    private static final double MOST_MISJUDGED = 1.2;

    /**
     * From what is known within each of some radii.
     *
     * @param image CV_32FC3 of the trimap's size, 0 to 1
     * @param asked CV_8UC1 of the same size, not 0 in the cells whose colours will be judged, of which there must be one
     */
    static List<ColourLine> of(Mat image, Trimap trimap, List<Integer> radii, Mat asked) {
        Box frame = Box.whole(image.cols(), image.rows());
        Box needed = Box.around(asked).orElseThrow();
        // A cell's error is taken from those within the radius, and a pixel lies between two cells.
        List<ColourLine> lines = radii.stream()
                .map(radius -> needed.grown(0, 2 * radius + 1, frame))
                .map(part -> new ColourLine(part, new Mat(part.height(), part.width(), CV_32FC(CHANNELS))))
                .toList();
        Planes colours = Planes.of(image);
        IntStream.range(0, lines.size()).parallel().forEach(i -> lines.get(i).learn(colours, trimap, radii.get(i)));
        return lines;
    }

    private void learn(Planes image, Trimap trimap, int radius) {
        try (PointerScope _ = new PointerScope()) {
            Size window = new Size(2 * radius + 1, 2 * radius + 1);
            Planes colours = image.part(part.rect());
            // Copied, since a blur looks beyond a part.
            Mat inFront = new Mat(trimap.foreground(), part.rect()).clone();
            Mat behind = new Mat(trimap.background(), part.rect()).clone();
            LocalColours front = LocalColours.of(colours, inFront, window);
            LocalColours back = LocalColours.of(colours, behind, window);
            Discriminant line = Discriminant.between(front, back);
            Mat alpha = line.alpha(colours);
            Mat missed = error(inFront, Channels.complement(alpha), front.weight(), window);
            Mat taken = error(behind, alpha, back.weight(), window);
            Mat variance = new Mat();
            max(missed, taken, variance);
            addWeighted(variance, WEIGHT_OF_ERROR, line.overlap(), WEIGHT_OF_OVERLAP, 0, variance);
            Mat known = new Mat();
            min(front.weight(), back.weight(), known);
            variance.setTo(new Mat(1, 1, variance.type(), Scalar.all(NOTHING)), below(known, LEAST_KNOWN));
            Stream<Mat> values = Stream.of(
                            line.direction().stream(),
                            Stream.of(line.offset(), variance),
                            front.mean().stream(),
                            back.mean().stream(),
                            front.variances().stream(),
                            back.variances().stream())
                    .flatMap(planes -> planes);
            merge(new MatVector(values.toArray(Mat[]::new)), cells);
        }
    }

    /** The mean of the squares of how far known cells are misjudged. */
    private static Mat error(Mat counts, Mat misjudged, Mat weight, Size window) {
        Mat error = Channels.clipped(misjudged, MOST_MISJUDGED);
        multiply(error, error, error);
        multiply(error, counts, error);
        blur(error, error, window);
        divide(error, weight, error);
        return error;
    }

    private static Mat below(Mat values, double bound) {
        Mat mask = new Mat();
        compare(values, new Mat(1, 1, values.type(), Scalar.all(bound)), mask, CMP_LT);
        return mask;
    }
}
