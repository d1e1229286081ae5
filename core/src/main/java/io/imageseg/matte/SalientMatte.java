package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What stands out in a region of a picture, by IS-Net (Qin et al., "Highly Accurate Dichotomous Image Segmentation",
 * ECCV 2022). The region is squeezed into the network's square whatever its shape. Not safe for several threads, as
 * its network is not.
 */
public final class SalientMatte {
    /** The side of the network's input (1×3×SIDE×SIDE, RGB planes, (v − 128) / 256) and output (1×1×SIDE×SIDE, 0..1). */
    public static final int SIDE = 1024;

    private static final String OUTPUT = "output";

    /** Maps of the encoder at an eighth, a sixteenth and a thirty-second of the input's size. */
    private static final List<String> MAPS = List.of("input.948", "input.832", "input.740");

    private final Network network;

    /** The network stays its owner's. */
    public SalientMatte(Network network) {
        this.network = network;
    }

    /** The matte of a region, of the region's size. The caller owns it. */
    public Matte of(Picture picture, Box region) {
        fill(picture, region);
        return matte(network.run(OUTPUT), region);
    }

    /** The same with the maps that lead to it. The caller owns it. */
    SalientLook look(Picture picture, Box region) {
        fill(picture, region);
        Map<String, Tensor> found = network.run(OUTPUT, MAPS.get(0), MAPS.get(1), MAPS.get(2));
        List<Tensor> maps = MAPS.stream()
                .map(name -> Objects.requireNonNull(found.get(name)))
                .toList();
        return new SalientLook(matte(found, region), maps);
    }

    /** What the network sees in a region, in its own square. In the caller's PointerScope. */
    SalientSquare square(Picture picture, Box region) {
        fill(picture, region);
        return square(network.run(OUTPUT), region);
    }

    private static SalientSquare square(Map<String, Tensor> found, Box region) {
        Tensor output = Objects.requireNonNull(found.get(OUTPUT));
        // Copied, since the next run overwrites what the network gave.
        return new SalientSquare(
                Channels.clipped(new Mat(SIDE, SIDE, CV_32FC1, new FloatPointer(output.values())), 1), region);
    }

    private static Matte matte(Map<String, Tensor> found, Box region) {
        try (PointerScope _ = new PointerScope()) {
            Mat alpha = square(found, region).inRegion();
            alpha.retainReference();
            return new Matte(alpha);
        }
    }

    private void fill(Picture picture, Box region) {
        try (PointerScope _ = new PointerScope()) {
            fill(new Mat(picture.rgb(), region.rect()));
        }
    }

    private void fill(Mat region) {
        try (Mat square = new Mat();
                Mat plane = new Mat()) {
            boolean shrinks = Math.max(region.cols(), region.rows()) >= SIDE;
            resize(region, square, new Size(SIDE, SIDE), 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
            FloatPointer input = new FloatPointer(network.input(1, 3, SIDE, SIDE));
            for (int channel = 0; channel < 3; channel++) {
                extractChannel(square, plane, channel);
                plane.convertTo(plane(input, channel), CV_32F, 1 / 256.0, -128 / 256.0);
            }
        }
    }

    private static Mat plane(FloatPointer input, int channel) {
        return new Mat(SIDE, SIDE, CV_32FC1, input.getPointer((long) channel * SIDE * SIDE));
    }
}
