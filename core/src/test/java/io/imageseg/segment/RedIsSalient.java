package io.imageseg.segment;

import io.imageseg.matte.SalientMatte;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** A network that takes the red channel for the matte. */
final class RedIsSalient implements Network {
    private static final int PIXELS = SalientMatte.SIDE * SalientMatte.SIDE;

    private final FloatBuffer input = floats(3 * PIXELS);
    private final FloatBuffer output = floats(PIXELS);

    @Override
    public List<Long> inputShape() {
        return List.of(1L, 3L, (long) SalientMatte.SIDE, (long) SalientMatte.SIDE);
    }

    @Override
    public List<String> outputs() {
        return List.of("output");
    }

    @Override
    public FloatBuffer input(long... shape) {
        return input.duplicate();
    }

    @Override
    public Map<String, Tensor> run(String... outputs) {
        for (int i = 0; i < PIXELS; i++) {
            output.put(i, input.get(i) * 256 / 255 + 128 / 255f);
        }
        return Map.of(
                "output", new Tensor(new long[] {1, 1, SalientMatte.SIDE, SalientMatte.SIDE}, output.duplicate()));
    }

    @Override
    public void close() {}

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * 4)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
