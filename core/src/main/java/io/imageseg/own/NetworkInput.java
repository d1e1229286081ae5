package io.imageseg.own;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.split;

import io.imageseg.model.Network;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/** The one picture that somebody's network takes, with or without a dimension of 1 for it. */
final class NetworkInput {
    private static final int COLOURS = 3;

    private final Network network;
    private final PixelFormat format;
    private final long[] shape;
    private final int width;
    private final int height;

    /**
     * The network stays its owner's.
     *
     * @param free its extents where it takes any
     * @throws IllegalArgumentException if its input is not of the format's layout
     */
    NetworkInput(Network network, PixelFormat format, int free) {
        this.network = network;
        this.format = format;
        List<Long> given = network.inputShape();
        PixelLayout layout = format.layout();
        int outer = given.size() - COLOURS;
        boolean hasExtents = outer == 0 || outer == 1;
        height = hasExtents ? extent(given.get(outer + layout.height()), free) : free;
        width = hasExtents ? extent(given.get(outer + layout.width()), free) : free;
        long[] one = layout.shape(COLOURS, height, width);
        shape = outer == 0 ? Arrays.copyOfRange(one, 1, one.length) : one;
        if (!fits(given, shape)) {
            throw new IllegalArgumentException("its input is of the shape %s; with the layout %s it must be like %s"
                    .formatted(given, layout, Arrays.toString(one)));
        }
    }

    private static int extent(long extent, int free) {
        return extent > 0 ? Math.toIntExact(extent) : free;
    }

    private static boolean fits(List<Long> shape, long... wanted) {
        boolean fits = shape.size() == wanted.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = shape.get(i) <= 0 || shape.get(i) == wanted[i];
        }
        return fits;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Black, if it is 0 that the network takes for it. */
    void clear() {
        FloatBuffer input = network.input(shape);
        while (input.hasRemaining()) {
            input.put(0);
        }
    }

    /** A picture of the input's size, CV_8UC3, red first. What this makes belongs to the caller's PointerScope. */
    void fill(Mat view) {
        FloatPointer input = new FloatPointer(network.input(shape));
        boolean apart = format.layout() == PixelLayout.NCHW;
        MatVector channels = new MatVector();
        split(view, channels);
        Mat[] scaled = new Mat[COLOURS];
        for (int place = 0; place < COLOURS; place++) {
            int colour = format.order() == ColourOrder.RGB ? place : COLOURS - 1 - place;
            double deviation = format.deviation().get(colour);
            scaled[place] = apart
                    ? new Mat(height, width, CV_32FC1, input.getPointer((long) place * width * height))
                    : new Mat();
            channels.get(colour)
                    .convertTo(
                            scaled[place],
                            CV_32F,
                            1 / (255 * deviation),
                            -format.mean().get(colour) / deviation);
        }
        if (!apart) {
            merge(new MatVector(scaled), new Mat(height, width, CV_32FC3, input));
        }
    }
}
