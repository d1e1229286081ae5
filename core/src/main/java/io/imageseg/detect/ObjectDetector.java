package io.imageseg.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
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
 * Finds things of COCO's 80 classes by NanoDet (R. Lyu, 2020). The picture is squeezed into a square whatever its shape.
 * Not safe for several threads, as its network is not.
 */
public final class ObjectDetector {
    /** The least score of a finding. */
    public static final double LEAST = .25;

    /** The side of the network's input: 1×3×SIDE×SIDE, planes in the order blue, green, red, standardised. */
    static final int SIDE = 416;

    private static final double SAME = .5;

    /** Mean and deviation of ImageNet's pixels, 0..255, blue first, as NanoDet was trained with. */
    private static final double[] MEAN = {103.53, 116.28, 123.675};

    private static final double[] DEVIATION = {57.375, 57.12, 58.395};

    private static final List<DistanceHead> HEADS = List.of(
            new DistanceHead("Identity:0", "Identity_3:0", 8),
            new DistanceHead("Identity_1:0", "Identity_4:0", 16),
            new DistanceHead("Identity_2:0", "Identity_5:0", 32));

    private final Network network;

    /** A detector over {@link io.imageseg.model.BundledNetwork#NANODET}, which stays its owner's. */
    public ObjectDetector(Network nanodet) {
        network = nanodet;
    }

    /** What is found with at least {@link #LEAST}, surest first, each once a class, in the picture's pixels. */
    public List<DetectedObject> detect(Picture picture) {
        fill(picture);
        Map<String, Tensor> outputs = network.run(
                HEADS.stream().flatMap(head -> head.outputs().stream()).toArray(String[]::new));
        double scaleX = (double) picture.width() / SIDE;
        double scaleY = (double) picture.height() / SIDE;
        List<DetectedObject> found = new ArrayList<>();
        for (DistanceHead head : HEADS) {
            found.addAll(head.decode(outputs, scaleX, scaleY));
        }
        return Suppression.surest(found, DetectedObject::score, ObjectDetector::isSame);
    }

    private static boolean isSame(DetectedObject surer, DetectedObject other) {
        return surer.objectClass() == other.objectClass() && surer.region().overlap(other.region()) > SAME;
    }

    private void fill(Picture picture) {
        try (PointerScope _ = new PointerScope()) {
            Mat square = new Mat();
            boolean shrinks = Math.max(picture.width(), picture.height()) > SIDE;
            resize(picture.rgb(), square, new Size(SIDE, SIDE), 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
            MatVector channels = new MatVector();
            split(square, channels);
            FloatPointer input = new FloatPointer(network.input(1, 3, SIDE, SIDE));
            for (int i = 0; i < MEAN.length; i++) {
                Mat plane = new Mat(SIDE, SIDE, CV_32FC1, input.getPointer((long) i * SIDE * SIDE));
                channels.get(2 - i).convertTo(plane, CV_32F, 1 / DEVIATION[i], -MEAN[i] / DEVIATION[i]);
            }
        }
    }

    /**
     * The network's findings at one stride: scores of every class, and for each side of the box a distribution over
     * distances in strides (Li et al., "Generalized Focal Loss", NeurIPS 2020).
     */
    private record DistanceHead(String scores, String distances, int stride) {
        private static final int BINS = 11;
        private static final int SIDES = 4;

        List<String> outputs() {
            return List.of(scores, distances);
        }

        List<DetectedObject> decode(Map<String, Tensor> outputs, double scaleX, double scaleY) {
            float[] score = values(outputs, scores);
            float[] distance = values(outputs, distances);
            ObjectClass[] classes = ObjectClass.values();
            int across = SIDE / stride;
            List<DetectedObject> found = new ArrayList<>();
            for (int cell = 0; cell < across * across; cell++) {
                int best = 0;
                for (int i = 1; i < classes.length; i++) {
                    best = score[cell * classes.length + i] > score[cell * classes.length + best] ? i : best;
                }
                double surest = score[cell * classes.length + best];
                if (surest >= LEAST) {
                    found.add(
                            new DetectedObject(surest, classes[best], region(distance, cell, across, scaleX, scaleY)));
                }
            }
            return found;
        }

        private Region region(float[] distance, int cell, int across, double scaleX, double scaleY) {
            double x = (cell % across + .5) * stride;
            double y = (cell / across + .5) * stride;
            int first = cell * SIDES * BINS;
            return new Region(
                    (x - expected(distance, first)) * scaleX,
                    (y - expected(distance, first + BINS)) * scaleY,
                    (x + expected(distance, first + 2 * BINS)) * scaleX,
                    (y + expected(distance, first + 3 * BINS)) * scaleY);
        }

        /** The mean of a distribution given by logits, in pixels; never quite 0, so that a box has an extent. */
        private double expected(float[] logits, int first) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < BINS; i++) {
                most = Math.max(most, logits[first + i]);
            }
            double sum = 0;
            double weighted = 0;
            for (int i = 0; i < BINS; i++) {
                double weight = Math.exp(logits[first + i] - most);
                sum += weight;
                weighted += weight * i;
            }
            return weighted / sum * stride;
        }

        private static float[] values(Map<String, Tensor> outputs, String name) {
            Tensor tensor = Objects.requireNonNull(outputs.get(name));
            float[] values = new float[tensor.values().remaining()];
            tensor.values().duplicate().get(values);
            return values;
        }
    }
}
