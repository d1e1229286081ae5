package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.medianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * An eyebrow: where the mesh expects it and where it is darker than the skin around it. Lengths are shares of the face's
 * height, lightness is that of Lab, 0 to 100.
 */
final class Brow {
    private static final double RING_FROM = .02;
    private static final double RING_TO = .06;
    private static final double AWAY_FROM_EYE = .05;
    private static final double CLEAR_OF_EYE = .03;
    private static final double REACH = .02;
    private static final double LEAST_CONTRAST = 8;
    private static final double SKIN_PERCENTILE = .60;
    private static final double BROW_PERCENTILE = .30;
    private static final double WEIGHT_OF_PLACE = .8;
    private static final double DARK = .3;
    private static final double SMOOTHING = .004;
    private static final double GRAIN = .016;
    private static final int LEAST_SAMPLES = 20;

    private final Picture picture;
    private final Box box;
    private final double height;

    /** Brows of a face of this height, in pixels, as coverages of a box. */
    Brow(Picture picture, Box box, double height) {
        this.picture = picture;
        this.box = box;
        this.height = height;
    }

    Mat of(FaceMesh mesh, List<Integer> brow, List<Integer> eye) {
        Mat coverage = new Mat(box.height(), box.width(), CV_32FC1, Scalar.all(0));
        Polygon expected = new Polygon(mesh.points(brow));
        Region around = expected.bounds().widened(2 * RING_TO * height);
        Optional<Box> part = around.within(box);
        part.ifPresent(area -> found(area, expected, new Polygon(mesh.points(eye)))
                .copyTo(new Mat(coverage, area.seenFrom(box).rect())));
        return coverage;
    }

    private Mat found(Box area, Polygon expected, Polygon eye) {
        Mat place = expected.coverage(area);
        float[] depth = Floats.of(Coverage.depth(place));
        float[] fromEye = Floats.of(Coverage.depth(eye.coverage(area)));
        float[] light = lightness(area);
        double skin = percentile(light, SKIN_PERCENTILE, i -> {
            double away = -depth[i] / height;
            return away > RING_FROM && away < RING_TO && -fromEye[i] / height > AWAY_FROM_EYE;
        });
        double dark = percentile(light, BROW_PERCENTILE, i -> depth[i] > 0);
        if (!(skin - dark >= LEAST_CONTRAST)) {
            return place;
        }
        float[] alpha = new float[light.length];
        for (int i = 0; i < alpha.length; i++) {
            double darkness = Math.clamp((skin - light[i]) / (skin - dark), 0, 1.2);
            double in = depth[i] / height;
            double evidence = WEIGHT_OF_PLACE * Math.clamp(in / REACH, -2, 1) + 2 * (darkness - DARK);
            boolean allowed = in > -REACH && fromEye[i] / height < -CLEAR_OF_EYE;
            alpha[i] = allowed ? (float) Math.clamp(.5 + evidence, 0, 1) : 0;
        }
        return withoutGrain(Floats.mat(alpha, area.width(), area.height()));
    }

    private float[] lightness(Box area) {
        Mat values = new Mat();
        new Mat(picture.rgb(), area.rect()).convertTo(values, CV_32F, 1 / 255.0, 0);
        Mat lab = new Mat();
        cvtColor(values, lab, COLOR_RGB2Lab);
        Mat light = new Mat();
        extractChannel(lab, light, 0);
        GaussianBlur(light, light, new Size(0, 0), Math.max(.6, height * SMOOTHING));
        return Floats.of(light);
    }

    private Mat withoutGrain(Mat alpha) {
        Mat bytes = new Mat();
        alpha.convertTo(bytes, CV_8UC1, 255, 0);
        int size = Math.max(1, (int) Math.round(height * GRAIN / 2)) * 2 + 1;
        medianBlur(bytes, bytes, size);
        morphologyEx(bytes, bytes, MORPH_CLOSE, getStructuringElement(MORPH_RECT, new Size(3, 3)));
        Mat smooth = new Mat();
        bytes.convertTo(smooth, CV_32FC1, 1 / 255.0, 0);
        return smooth;
    }

    private interface Chosen {
        boolean test(int index);
    }

    /** Not a number when too few are chosen. */
    private static double percentile(float[] values, double share, Chosen chosen) {
        float[] samples = new float[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (chosen.test(i)) {
                samples[count++] = values[i];
            }
        }
        if (count < LEAST_SAMPLES) {
            return Double.NaN;
        }
        Arrays.sort(samples, 0, count);
        return samples[(int) (share * (count - 1))];
    }
}
