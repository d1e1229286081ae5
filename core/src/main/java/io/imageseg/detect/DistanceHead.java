package io.imageseg.detect;

import io.imageseg.image.Region;
import io.imageseg.model.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The network's findings at one stride: scores of every class, and for each side of the box a distribution over
 * distances in strides (Li et al., "Generalized Focal Loss", NeurIPS 2020).
 */
record DistanceHead(String scores, String distances, int stride) {
    private static final int BINS = 11;
    private static final int SIDES = 4;

    List<String> outputs() {
        return List.of(scores, distances);
    }

    List<DetectedObject> decode(
            Map<String, Tensor> outputs, Set<ObjectClass> wanted, double least, double scaleX, double scaleY) {
        float[] score = values(outputs, scores);
        float[] distance = values(outputs, distances);
        int classes = ObjectClass.values().length;
        int across = ObjectDetector.SIDE / stride;
        List<DetectedObject> found = new ArrayList<>();
        for (int cell = 0; cell < across * across; cell++) {
            int first = cell * classes;
            ObjectClass best = Collections.max(wanted, Comparator.comparingDouble(one -> score[first + one.ordinal()]));
            double surest = score[first + best.ordinal()];
            if (surest >= least) {
                found.add(new DetectedObject(surest, best, region(distance, cell, across, scaleX, scaleY)));
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
