package io.imageseg.own;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.AlignedSquare;
import io.imageseg.image.Picture;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Tells classes of pixels apart by a network that somebody trained: one input, 1×3×height×width or 1×height×width×3, and
 * an output with a channel for each class, of any size. Where the input's extents are free they are {@value #FREE}. Safe
 * for several threads, which take turns.
 */
public final class ClassNetwork {
    private static final int FREE = 512;

    private final Network network;
    private final ClassFormat format;
    private final String output;
    private final NetworkInput input;

    /**
     * The network stays its owner's.
     *
     * @throws IllegalArgumentException if its input is not of the format's layout or it has no output of the name
     */
    public ClassNetwork(Network network, ClassFormat format) {
        this.network = network;
        this.format = format;
        output = format.output().orElse(network.outputs().getFirst());
        if (!network.outputs().contains(output)) {
            throw new IllegalArgumentException(
                    "it has no output %s; its outputs are %s".formatted(output, network.outputs()));
        }
        input = new NetworkInput(network, format.pixels(), FREE);
    }

    /** As {@link OwnFormat#check} says. */
    synchronized void check() {
        input.clear();
        ClassScores _ = ClassScores.of(run(), format);
    }

    /**
     * How likely each pixel of a part of a picture is of each class.
     *
     * @return for each name of a class CV_32FC1, 0 to 1, with as many rows as columns over the whole square; they belong
     *     to the caller's PointerScope
     * @throws io.imageseg.model.ModelException if the network cannot be run
     */
    public Map<String, Mat> probabilities(Picture picture, AlignedSquare square) {
        Mat view = resized(square.read(picture.rgb(), side()), input.width(), input.height());
        Map<String, Mat> found = scores(view).probabilities();
        found.replaceAll((_, values) -> resized(values, side(), side()));
        return found;
    }

    private synchronized ClassScores scores(Mat view) {
        input.fill(view);
        return ClassScores.of(run(), format);
    }

    /** The pixels of a side of the square that it sees and answers for. */
    public int side() {
        return Math.max(input.width(), input.height());
    }

    private Tensor run() {
        return Objects.requireNonNull(network.run(output).get(output));
    }

    private static Mat resized(Mat values, int width, int height) {
        if (values.cols() == width && values.rows() == height) {
            return values;
        }
        Mat resized = new Mat();
        resize(values, resized, new Size(width, height), 0, 0, INTER_LINEAR);
        return resized;
    }
}
