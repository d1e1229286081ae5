package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.AlignedSquare;
import io.imageseg.image.Picture;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Tells classes of pixels apart by a network that somebody trained: one input of RGB, 1×3×height×width or
 * 1×height×width×3, and an output with a channel for each class, of any size. Where the input's extents are free they
 * are {@value #FREE}. Safe for several threads, which take turns.
 */
public final class ClassNetwork {
    private static final int FREE = 512;
    private static final int RGB = 3;

    private final Network network;
    private final ClassFormat format;
    private final String output;
    private final int width;
    private final int height;

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
        List<Long> shape = network.inputShape();
        PixelLayout layout = format.layout();
        height = shape.size() == 4 ? extent(shape.get(1 + layout.height())) : FREE;
        width = shape.size() == 4 ? extent(shape.get(1 + layout.width())) : FREE;
        long[] wanted = layout.shape(RGB, height, width);
        if (!fits(shape, wanted)) {
            throw new IllegalArgumentException("its input is of the shape %s; with the layout %s it must be like %s"
                    .formatted(shape, layout, Arrays.toString(wanted)));
        }
    }

    private static int extent(long extent) {
        return extent > 0 ? Math.toIntExact(extent) : FREE;
    }

    private static boolean fits(List<Long> shape, long... wanted) {
        boolean fits = shape.size() == wanted.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = shape.get(i) <= 0 || shape.get(i) == wanted[i];
        }
        return fits;
    }

    /**
     * Runs the network once on black, since the shape of what it gives may not be known before.
     *
     * @throws IllegalArgumentException if its output is not of the format's layout or has not a channel for each class
     * @throws io.imageseg.model.ModelException if it cannot be run
     */
    public synchronized void check() {
        FloatBuffer input = input();
        while (input.hasRemaining()) {
            input.put(0);
        }
        ClassScores _ = ClassScores.of(run(), format);
    }

    /**
     * How likely each pixel of a part of a picture is of each class.
     *
     * @return for each name of a class CV_32FC1, 0 to 1, with as many rows as columns over the whole square; they belong
     *     to the caller's PointerScope
     * @throws io.imageseg.model.ModelException if the network cannot be run
     */
    Map<String, Mat> probabilities(Picture picture, AlignedSquare square) {
        Mat view = resized(square.read(picture.rgb(), side()), width, height);
        Map<String, Mat> found = scores(view).probabilities();
        found.replaceAll((_, values) -> resized(values, side(), side()));
        return found;
    }

    private synchronized ClassScores scores(Mat view) {
        fill(view);
        return ClassScores.of(run(), format);
    }

    /** The pixels of a side of the square that it sees and answers for. */
    int side() {
        return Math.max(width, height);
    }

    private void fill(Mat view) {
        FloatPointer input = new FloatPointer(input());
        boolean apart = format.layout() == PixelLayout.NCHW;
        MatVector channels = new MatVector();
        split(view, channels);
        Mat[] scaled = new Mat[RGB];
        for (int c = 0; c < RGB; c++) {
            scaled[c] =
                    apart ? new Mat(height, width, CV_32FC1, input.getPointer((long) c * width * height)) : new Mat();
            double deviation = format.deviation().get(c);
            channels.get(c)
                    .convertTo(
                            scaled[c],
                            CV_32F,
                            1 / (255 * deviation),
                            -format.mean().get(c) / deviation);
        }
        if (!apart) {
            merge(new MatVector(scaled), new Mat(height, width, CV_32FC3, input));
        }
    }

    private FloatBuffer input() {
        return network.input(format.layout().shape(RGB, height, width));
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
