package io.imageseg.own;

import io.imageseg.detect.Suppression;
import io.imageseg.image.Region;
import io.imageseg.model.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The outputs of a YOLO that segments (Jocher et al., Ultralytics; the masks are Bolya et al.'s, "YOLACT", ICCV 2019):
 * candidates with coefficients for M prototypes of masks that all share. A candidate is a column of centre x and y, width
 * and height in pixels of the input, a score for each class and M coefficients; or, where the network has removed what is
 * seen twice, a row of left, top, right, bottom, score, class and M coefficients.
 *
 * @param prototypes M×height×width
 */
record PrototypeOutputs(
        FloatBuffer candidates, int count, int fields, boolean inRows, FloatBuffer prototypes, int masks, CellGrid grid)
        implements ThingReader {
    /** Boxes of one class that overlap more show the same thing. */
    private static final double SAME = .6;

    private static final int BOX = 4;
    private static final int FIELDS_OF_ROW = 6;

    private record Candidate(int index, ThingName name, double score, Region box) {}

    /** @throws IllegalArgumentException if the shapes do not fit each other, or a class is not among those scored */
    static PrototypeOutputs of(Tensor boxes, Tensor masks, ThingFormat format, int width, int height) {
        long[] candidates = boxes.shape();
        long[] prototypes = masks.shape();
        boolean fits = candidates.length == 3 && candidates[0] == 1 && prototypes.length == 4 && prototypes[0] == 1;
        boolean inRows = fits && candidates[2] == FIELDS_OF_ROW + prototypes[1];
        long classes = fits ? candidates[1] - BOX - prototypes[1] : 0;
        String found = "its outputs are of the shapes %s and %s"
                .formatted(Arrays.toString(candidates), Arrays.toString(prototypes));
        if (!inRows && classes < 1) {
            throw new IllegalArgumentException(found
                    + "; they must be [1, 4 + classes + M, candidates] or [1, candidates, 6 + M], and"
                    + " [1, M, height, width]");
        }
        if (!inRows) {
            format.classes().requireBelow((int) classes, found);
        }
        return new PrototypeOutputs(
                boxes.values(),
                (int) candidates[inRows ? 1 : 2],
                (int) candidates[inRows ? 2 : 1],
                inRows,
                masks.values(),
                (int) prototypes[1],
                CellGrid.over(width, height, prototypes[3], prototypes[2]));
    }

    @Override
    public List<FoundThing> read(IntFunction<Optional<ThingName>> names, double least) {
        List<Candidate> likely = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = inRows ? (int) at(BOX + 1, i) : best(i);
            double score = at(inRows ? BOX : BOX + label, i);
            if (score >= least) {
                int index = i;
                names.apply(label)
                        .ifPresent(name ->
                                box(index).ifPresent(box -> likely.add(new Candidate(index, name, score, box))));
            }
        }
        return Suppression.surest(likely, Candidate::score, PrototypeOutputs::isSame).stream()
                .limit(MOST)
                .flatMap(one -> grid.cut(one.box, cell -> mask(one.index, cell)).stream()
                        .map(mask -> new FoundThing(one.name, one.score, one.box, mask)))
                .toList();
    }

    private static boolean isSame(Candidate one, Candidate other) {
        return one.name == other.name && one.box.overlap(other.box) > SAME;
    }

    private float at(int field, int candidate) {
        return candidates.get(inRows ? candidate * fields + field : field * count + candidate);
    }

    private int best(int candidate) {
        int best = 0;
        for (int label = 1; label < fields - BOX - masks; label++) {
            best = at(BOX + label, candidate) > at(BOX + best, candidate) ? label : best;
        }
        return best;
    }

    private Optional<Region> box(int i) {
        float x = at(0, i);
        float y = at(1, i);
        float left = inRows ? x : x - at(2, i) / 2;
        float top = inRows ? y : y - at(3, i) / 2;
        float right = inRows ? at(2, i) : x + at(2, i) / 2;
        float bottom = inRows ? at(3, i) : y + at(3, i) / 2;
        return right > left && bottom > top ? Optional.of(new Region(left, top, right, bottom)) : Optional.empty();
    }

    private double mask(int candidate, int cell) {
        int cells = grid.width() * grid.height();
        double sum = 0;
        for (int m = 0; m < masks; m++) {
            sum += at(fields - masks + m, candidate) * prototypes.get(m * cells + cell);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
