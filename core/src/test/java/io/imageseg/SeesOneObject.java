package io.imageseg;

import io.imageseg.detect.ObjectClass;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In the place of NanoDet: sees the same thing in every picture, or nothing. Of a picture of 416×416 pixels the thing
 * takes the square of 192 from 112, 112 or, if it is in the corner, what is left of the one from −80, −80.
 */
public final class SeesOneObject implements Network {
    private static final int SIDE = 416;
    private static final int CELLS = 13;
    private static final int CLASSES = 80;
    private static final int BINS = 11;
    private static final int REACH = 3;

    private final FloatBuffer input = ByteBuffer.allocateDirect(3 * SIDE * SIDE * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    private final Optional<ObjectClass> thing;
    private final int cell;

    private SeesOneObject(Optional<ObjectClass> thing, int cell) {
        this.thing = thing;
        this.cell = cell;
    }

    public static SeesOneObject nothing() {
        return new SeesOneObject(Optional.empty(), 0);
    }

    public static SeesOneObject inTheMiddle(ObjectClass thing) {
        return new SeesOneObject(Optional.of(thing), CELLS / 2 * CELLS + CELLS / 2);
    }

    public static SeesOneObject inTheCorner(ObjectClass thing) {
        return new SeesOneObject(Optional.of(thing), 0);
    }

    @Override
    public List<Long> inputShape() {
        return List.of(1L, 3L, (long) SIDE, (long) SIDE);
    }

    @Override
    public List<String> outputs() {
        return List.of("Identity:0", "Identity_1:0", "Identity_2:0", "Identity_3:0", "Identity_4:0", "Identity_5:0");
    }

    @Override
    public FloatBuffer input(long... shape) {
        return input.duplicate();
    }

    @Override
    public Map<String, Tensor> run(String... names) {
        Map<String, Tensor> found = new HashMap<>();
        for (int level = 0; level < 3; level++) {
            int cells = CELLS * CELLS << 2 * (2 - level);
            float[] scores = new float[cells * CLASSES];
            float[] distances = new float[cells * 4 * BINS];
            if (level == 2) {
                thing.ifPresent(one -> scores[cell * CLASSES + one.ordinal()] = .9f);
                for (int side = 0; side < 4; side++) {
                    distances[(cell * 4 + side) * BINS + REACH] = 100;
                }
            }
            found.put(outputs().get(level), tensor(scores, cells));
            found.put(outputs().get(level + 3), tensor(distances, cells));
        }
        found.keySet().retainAll(Arrays.asList(names));
        return found;
    }

    private static Tensor tensor(float[] values, int cells) {
        return new Tensor(new long[] {1, cells, values.length / cells}, FloatBuffer.wrap(values));
    }

    @Override
    public void close() {}
}
