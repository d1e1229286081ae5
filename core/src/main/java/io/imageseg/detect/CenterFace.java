package io.imageseg.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.image.Point;
import io.imageseg.image.Region;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * One look of CenterFace (Xu et al., "CenterFace: Joint Face Detection and Alignment Using Face as Point", 2019) at a
 * part of a picture: a heat map of centres at a quarter of the input's size, and at each centre the face's extent, the
 * rest of the centre's place, and five landmarks as shares of the extent.
 */
final class CenterFace {
    private static final int STRIDE = 4;
    private static final int MULTIPLE = 32;
    private static final String HEAT = "537";
    private static final String LOG_EXTENT = "538";
    private static final String OFFSET = "539";
    private static final String LANDMARKS = "540";

    private final Network network;

    CenterFace(Network network) {
        this.network = network;
    }

    /**
     * The faces of a part of a picture, in the picture's pixels, without suppression: a face may be found many times.
     *
     * @param longSide of the network's input, in pixels, rounded up to what the network takes
     * @param least the lowest score taken, 0 to 1
     */
    List<Face> look(Picture picture, Box part, int longSide, double least) {
        double scale = (double) longSide / Math.max(part.width(), part.height());
        int width = multiple(part.width() * scale);
        int height = multiple(part.height() * scale);
        fill(picture, part, width, height);
        Map<String, Tensor> found = network.run(HEAT, LOG_EXTENT, OFFSET, LANDMARKS);
        Grid grid = new Grid(width / STRIDE, height / STRIDE, found);
        Placing placing = new Placing(part, (double) part.width() / width, (double) part.height() / height);
        List<Face> faces = new ArrayList<>();
        for (int cell = 0; cell < grid.width * grid.height; cell++) {
            if (grid.score(cell) > least) {
                faces.add(grid.face(cell, placing));
            }
        }
        return faces;
    }

    private static int multiple(double length) {
        return Math.max(1, (int) Math.ceil(length / MULTIPLE)) * MULTIPLE;
    }

    private void fill(Picture picture, Box part, int width, int height) {
        try (PointerScope _ = new PointerScope()) {
            Mat resized = new Mat();
            boolean shrinks = width < part.width();
            resize(
                    new Mat(picture.rgb(), part.rect()),
                    resized,
                    new Size(width, height),
                    0,
                    0,
                    shrinks ? INTER_AREA : INTER_LINEAR);
            Mat values = new Mat();
            resized.convertTo(values, CV_32F);
            long plane = (long) width * height;
            FloatPointer input = new FloatPointer(network.input(1, 3, height, width));
            MatVector planes = new MatVector(3);
            for (int channel = 0; channel < 3; channel++) {
                planes.put(channel, new Mat(height, width, CV_32FC1, input.getPointer(channel * plane)));
            }
            split(values, planes);
        }
    }

    /** From the network's input to the picture. */
    private record Placing(Box part, double scaleX, double scaleY) {
        Point place(double x, double y) {
            return new Point(part.x() + x * scaleX, part.y() + y * scaleY);
        }
    }

    /** The network's outputs, each a stack of planes over the same cells. */
    private static final class Grid {
        private final int width;
        private final int height;
        private final FloatBuffer heat;
        private final FloatBuffer extent;
        private final FloatBuffer offset;
        private final FloatBuffer landmarks;

        Grid(int width, int height, Map<String, Tensor> found) {
            this.width = width;
            this.height = height;
            heat = values(found, HEAT);
            extent = values(found, LOG_EXTENT);
            offset = values(found, OFFSET);
            landmarks = values(found, LANDMARKS);
        }

        private static FloatBuffer values(Map<String, Tensor> found, String output) {
            return Objects.requireNonNull(found.get(output)).values();
        }

        double score(int cell) {
            return heat.get(cell);
        }

        private double at(FloatBuffer planes, int plane, int cell) {
            return planes.get(plane * width * height + cell);
        }

        Face face(int cell, Placing placing) {
            double high = Math.exp(at(extent, 0, cell)) * STRIDE;
            double wide = Math.exp(at(extent, 1, cell)) * STRIDE;
            double top = (cell / width + at(offset, 0, cell) + .5) * STRIDE - high / 2;
            double left = (cell % width + at(offset, 1, cell) + .5) * STRIDE - wide / 2;
            Point[] marks = new Point[5];
            for (int i = 0; i < marks.length; i++) {
                marks[i] = placing.place(
                        left + at(landmarks, 2 * i + 1, cell) * wide, top + at(landmarks, 2 * i, cell) * high);
            }
            Point from = placing.place(left, top);
            Point to = placing.place(left + wide, top + high);
            Region region = new Region(from.x(), from.y(), to.x(), to.y());
            return new Face(score(cell), region, marks[0], marks[1], marks[2], marks[3], marks[4]);
        }
    }
}
