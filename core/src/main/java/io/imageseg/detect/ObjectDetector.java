package io.imageseg.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Picture;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<DetectedObject> found = candidates(picture, EnumSet.allOf(ObjectClass.class), LEAST);
        return Suppression.surest(found, DetectedObject::score, ObjectDetector::isSame);
    }

    /** Every cell's best finding among some classes, whatever else it may be, as often as it is seen; in any order. */
    List<DetectedObject> candidates(Picture picture, Set<ObjectClass> wanted, double least) {
        fill(picture);
        Map<String, Tensor> outputs = network.run(
                HEADS.stream().flatMap(head -> head.outputs().stream()).toArray(String[]::new));
        double scaleX = (double) picture.width() / SIDE;
        double scaleY = (double) picture.height() / SIDE;
        return HEADS.stream()
                .flatMap(head -> head.decode(outputs, wanted, least, scaleX, scaleY).stream())
                .toList();
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
}
