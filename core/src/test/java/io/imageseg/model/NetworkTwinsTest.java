package io.imageseg.model;

import static io.imageseg.model.TestGraph.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that run at the same time over the same weights. */
class NetworkTwinsTest {
    @TempDir
    Path folder;

    private Path file;

    /** Its {@code scores} are 8 · rgb² where rgb is positive, over values that a plan puts into two places. */
    @BeforeEach
    void writeNetwork() throws IOException {
        file = folder.resolve("network.onnx");
        TestGraph.of(
                        List.of("scores"),
                        node("Relu", "a", "rgb"),
                        node("Mul", "b", "a", "a"),
                        node("Add", "c", "b", "b"),
                        node("Add", "d", "c", "c"),
                        node("Add", "scores", "d", "d"))
                .write(file);
    }

    private List<Network> twins(AtomicInteger cutting) {
        assumeTrue(Processor.features().isPresent(), "nothing is kept where the processor is not known");
        List<Network> twins = new OnnxRuntimeNetwork(file, 2, folder.resolve("cache")).twins(() -> cutting.get() <= 1);
        assertThat(twins).hasSize(2);
        return twins;
    }

    @Test
    void computeEachTheirOwnAtTheSameTime() throws Exception {
        AtomicInteger cutting = new AtomicInteger();
        List<Network> twins = twins(cutting);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Network twin = twins.get(i);
                int first = i;
                wrong.add(threads.submit(() -> wrong(twin, first, cutting)));
            }
            for (Future<Integer> one : wrong) {
                assertThat(one.get()).isZero();
            }
        }
        twins.forEach(Network::close);
    }

    /** How many of a hundred runs on different numbers come out wrong, alone or beside the other. */
    private static int wrong(Network twin, int first, AtomicInteger cutting) {
        int wrong = 0;
        for (int i = 0; i < 100; i++) {
            cutting.incrementAndGet();
            float value = first + 2 * i;
            wrong += score(twin, value) == 8 * value * value ? 0 : 1;
            cutting.decrementAndGet();
        }
        return wrong;
    }

    /** The last of them; all of the input has the value. */
    private static float score(Network network, float value) {
        FloatBuffer input = network.input(1, 3, 128, 128);
        while (input.hasRemaining()) {
            input.put(value);
        }
        FloatBuffer scores =
                Objects.requireNonNull(network.run("scores").get("scores")).values();
        return scores.get(scores.limit() - 1);
    }

    @Test
    void outliveEachOther() {
        List<Network> twins = twins(new AtomicInteger(2));
        twins.getFirst().close();
        assertThat(score(twins.getLast(), 3)).isEqualTo(72);
        twins.getLast().close();
        assertThatThrownBy(() -> score(twins.getLast(), 3)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shareAllThreadsWhereWhatWasKeptIsGone() throws IOException {
        List<Network> twins = twins(new AtomicInteger(2));
        EngineCache.remove(folder.resolve("cache"));
        twins.forEach(twin -> assertThat(score(twin, 3)).isEqualTo(72));
        twins.forEach(Network::close);
    }

    @Test
    void areMadeOfTheNetworksThatComeWithTheLibrary() {
        List<Network> twins = new OnnxRuntimeNetwork(BundledNetwork.SELFIE, 1).twins(() -> true);
        assertThat(twins).hasSize(2);
        twins.forEach(Network::close);
    }

    @Test
    void areNotMadeWhereMuchWouldBeHeldTwice() {
        try (Network plain = new OnnxRuntimeNetwork(file, 2)) {
            assertThat(plain.twins(() -> true)).containsExactly(plain);
        }
        try (Network onOneThread = new OnnxRuntimeNetwork(file, 1, folder.resolve("cache"))) {
            assertThat(onOneThread.twins(() -> true)).containsExactly(onOneThread);
        }
    }
}
