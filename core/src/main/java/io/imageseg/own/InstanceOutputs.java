package io.imageseg.own;

import io.imageseg.image.MaskGrid;
import io.imageseg.image.Region;
import io.imageseg.model.Tensor;
import io.imageseg.own.ThingFormat.MaskPlace;
import io.imageseg.own.ThingFormat.OutputRole;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The outputs of a network that ends with the things themselves, as Mask R-CNN (He et al., ICCV 2017) does: boxes of
 * left, top, right and bottom in pixels of the input, scores, labels, and a mask of 0 to 1 for each, over its box or the
 * whole input. All may have a first dimension of 1.
 *
 * @param whole whether a mask covers the input, else its box
 */
record InstanceOutputs(
        FloatBuffer boxes, FloatBuffer scores, FloatBuffer labels, FloatBuffer masks, CellGrid grid, boolean whole)
        implements ThingReader {
    /** @throws IllegalArgumentException if the shapes do not fit each other */
    static InstanceOutputs of(Map<OutputRole, Tensor> outputs, ThingFormat format, int width, int height) {
        Tensor boxes = held(outputs, OutputRole.BOXES);
        Tensor masks = held(outputs, OutputRole.MASKS);
        int last = boxes.shape().length - 1;
        int count = last < 0 || boxes.shape()[last] != 4 ? -1 : count(boxes, 1);
        boolean fits = count >= 0
                && count(held(outputs, OutputRole.SCORES), 0) == count
                && count(held(outputs, OutputRole.LABELS), 0) == count
                && masks.shape().length >= 3
                && count(masks, 2) == count;
        if (!fits) {
            StringBuilder found = new StringBuilder();
            for (OutputRole role : OutputRole.values()) {
                found.append(' ')
                        .append(role)
                        .append(Arrays.toString(held(outputs, role).shape()));
            }
            throw new IllegalArgumentException(("its outputs are of the shapes%s; they must be BOXES[N, 4] SCORES[N] "
                            + "LABELS[N] MASKS[N, 1, height, width], each with a first dimension of 1 or not")
                    .formatted(found));
        }
        CellGrid grid = CellGrid.over(
                width, height, masks.shape()[masks.shape().length - 1], masks.shape()[masks.shape().length - 2]);
        boolean whole = format.masks() == MaskPlace.IMAGE
                || format.masks() == MaskPlace.AUTO && grid.width() == width && grid.height() == height;
        return new InstanceOutputs(
                boxes.values(),
                held(outputs, OutputRole.SCORES).values(),
                held(outputs, OutputRole.LABELS).values(),
                masks.values(),
                grid,
                whole);
    }

    private static Tensor held(Map<OutputRole, Tensor> outputs, OutputRole role) {
        return Objects.requireNonNull(outputs.get(role));
    }

    /** The only extent, beside the last ones, that need not be 1; −1 if there are two. */
    private static int count(Tensor tensor, int last) {
        long[] outer = Arrays.copyOf(tensor.shape(), tensor.shape().length - last);
        return Arrays.stream(outer).filter(extent -> extent != 1).count() > 1
                ? -1
                : (int) Arrays.stream(outer).reduce(1, (one, other) -> one * other);
    }

    @Override
    public List<FoundThing> read(IntFunction<Optional<ThingName>> names, double least) {
        List<FoundThing> found = new ArrayList<>();
        Iterable<Integer> surest = IntStream.range(0, scores.remaining())
                .filter(i -> scores.get(i) >= least)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores.get(i)).reversed())::iterator;
        for (int i : surest) {
            Optional<ThingName> name = names.apply((int) labels.get(i));
            boolean hasArea = boxes.get(4 * i + 2) > boxes.get(4 * i) && boxes.get(4 * i + 3) > boxes.get(4 * i + 1);
            if (name.isPresent() && hasArea && found.size() < MOST) {
                Region box =
                        new Region(boxes.get(4 * i), boxes.get(4 * i + 1), boxes.get(4 * i + 2), boxes.get(4 * i + 3));
                mask(i, box).ifPresent(mask -> found.add(new FoundThing(name.get(), scores.get(i), box, mask)));
            }
        }
        return found;
    }

    private Optional<MaskGrid> mask(int thing, Region box) {
        int first = thing * grid.width() * grid.height();
        if (whole) {
            return grid.cut(box, cell -> masks.get(first + cell));
        }
        float[] values = new float[grid.width() * grid.height()];
        masks.get(first, values);
        return Optional.of(new MaskGrid(values, grid.width(), grid.height(), box));
    }
}
