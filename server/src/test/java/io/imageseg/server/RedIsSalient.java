package io.imageseg.server;

import io.imageseg.matte.SalientMatte;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A network that takes the red channel for the matte, after doing what a test wants done first. */
final class RedIsSalient implements Network {
    private static final int PIXELS = SalientMatte.SIDE * SalientMatte.SIDE;

    private final FloatBuffer input = floats(3 * PIXELS);
    private final FloatBuffer output = floats(PIXELS);
    private final Runnable before;
    private final int twins;

    RedIsSalient() {
        this(() -> {});
    }

    /** @param before runs in front of every run; may block or throw */
    RedIsSalient(Runnable before) {
        this(before, 1);
    }

    /** @param twins how many of it may run at a time */
    RedIsSalient(Runnable before, int twins) {
        this.before = before;
        this.twins = twins;
    }

    @Override
    public List<Network> twins(BooleanSupplier alone) {
        return Stream.<Network>generate(() -> new RedIsSalient(before))
                .limit(twins)
                .toList();
    }

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
        before.run();
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
