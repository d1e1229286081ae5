package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Picture;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * How likely pixels are people, by MediaPipe's selfie segmentation, which knows what a person is and not where exactly
 * one ends. Not safe for several threads, as its network is not.
 */
public final class PersonPrior {
    /** The side of the network's input, 1×SIDE×SIDE×3, RGB 0..1, and output. */
    static final int SIDE = 256;

    /** No probability is taken for surer than this. */
    static final double SUREST = .99;

    private static final int MIRRORED = 1;

    private final Network network;
    private final String output;

    /** A prior over {@link io.imageseg.model.BundledNetwork#SELFIE}, which stays its owner's. */
    public PersonPrior(Network selfie) {
        network = selfie;
        output = selfie.outputs().getFirst();
    }

    /** The log-odds of a person, CV_32FC1, SIDE×SIDE over the region; the mean of the region and its mirror image. */
    Mat logOdds(Picture picture, Box region) {
        Mat square = new Mat();
        boolean shrinks = Math.max(region.width(), region.height()) > SIDE;
        resize(
                new Mat(picture.rgb(), region.rect()),
                square,
                new Size(SIDE, SIDE),
                0,
                0,
                shrinks ? INTER_AREA : INTER_LINEAR);
        Mat plain = look(square);
        Mat turned = new Mat();
        flip(square, turned, MIRRORED);
        Mat mirrored = look(turned);
        flip(mirrored, mirrored, MIRRORED);
        Mat mean = new Mat();
        addWeighted(plain, .5, mirrored, .5, 0, mean);
        return mean;
    }

    private Mat look(Mat square) {
        Mat input = new Mat(SIDE, SIDE, CV_32FC3, new FloatPointer(network.input(1, SIDE, SIDE, 3)));
        square.convertTo(input, CV_32F, 1 / 255.0, 0);
        Tensor found = Objects.requireNonNull(network.run(output).get(output));
        float[] values = Floats.of(new Mat(SIDE, SIDE, CV_32FC1, new FloatPointer(found.values())));
        for (int i = 0; i < values.length; i++) {
            values[i] = logOdds(values[i]);
        }
        return Floats.mat(values, SIDE, SIDE);
    }

    static float logOdds(double probability) {
        double p = Math.clamp(probability, 1 - SUREST, SUREST);
        return (float) Math.log(p / (1 - p));
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
