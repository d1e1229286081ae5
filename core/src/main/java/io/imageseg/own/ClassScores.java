package io.imageseg.own;

import io.imageseg.image.Floats;
import io.imageseg.model.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;

/** What a network says of every pixel: a plane of values for each class, probabilities or what softmax makes them of. */
record ClassScores(List<String> classes, float[][] planes, int width, int height) {
    private static final float TOLERANCE = .01f;

    /** @throws IllegalArgumentException if the output is not of the shape that the format wants */
    static ClassScores of(Tensor output, ClassFormat format) {
        long[] shape = output.shape();
        int outer = shape.length - 3;
        PixelLayout layout = format.layout();
        if (outer < 0 || !Arrays.stream(shape).limit(outer).allMatch(extent -> extent == 1)) {
            throw new IllegalArgumentException("its output is of the shape %s; with the layout %s it must be %s"
                    .formatted(
                            Arrays.toString(shape),
                            layout,
                            Arrays.toString(layout.shape(format.classes().size(), -1, -1))));
        }
        int channels = (int) shape[outer + layout.channels()];
        if (channels != format.classes().size()) {
            throw new IllegalArgumentException(
                    "its output is of the shape %s, which with the layout %s has %d channels, but classes has %d names: %s"
                            .formatted(
                                    Arrays.toString(shape),
                                    layout,
                                    channels,
                                    format.classes().size(),
                                    format.classes()));
        }
        int height = (int) shape[outer + layout.height()];
        int width = (int) shape[outer + layout.width()];
        return new ClassScores(format.classes(), planes(output, layout, channels), width, height);
    }

    private static float[][] planes(Tensor output, PixelLayout layout, int channels) {
        float[] values = new float[output.values().remaining()];
        output.values().duplicate().get(values);
        int pixels = values.length / channels;
        float[][] planes = new float[channels][pixels];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < pixels; i++) {
                planes[c][i] = values[layout == PixelLayout.NCHW ? c * pixels + i : i * channels + c];
            }
        }
        return planes;
    }

    /** A probability for each class, CV_32FC1; they belong to the caller's PointerScope. */
    Map<String, Mat> probabilities() {
        boolean sure = planes.length == 1 || sumToOne();
        IntStream.range(0, width * height).forEach(sure ? this::clip : this::softmax);
        Map<String, float[]> sums = new LinkedHashMap<>();
        for (int c = 0; c < planes.length; c++) {
            sums.merge(classes.get(c), planes[c], ClassScores::sum);
        }
        Map<String, Mat> found = new LinkedHashMap<>();
        sums.forEach((name, values) -> found.put(name, Floats.mat(values, width, height)));
        return found;
    }

    private boolean sumToOne() {
        for (int i = 0; i < width * height; i++) {
            float sum = 0;
            for (float[] plane : planes) {
                if (plane[i] < -TOLERANCE) {
                    return false;
                }
                sum += plane[i];
            }
            if (Math.abs(sum - 1) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private void clip(int pixel) {
        for (float[] plane : planes) {
            plane[pixel] = Math.clamp(plane[pixel], 0, 1);
        }
    }

    private void softmax(int pixel) {
        float most = Float.NEGATIVE_INFINITY;
        for (float[] plane : planes) {
            most = Math.max(most, plane[pixel]);
        }
        double sum = 0;
        for (float[] plane : planes) {
            plane[pixel] = (float) Math.exp(plane[pixel] - most);
            sum += plane[pixel];
        }
        for (float[] plane : planes) {
            plane[pixel] = (float) (plane[pixel] / sum);
        }
    }

    private static float[] sum(float[] one, float[] other) {
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }
}
