package io.imageseg.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is done to an engine's networks, in an order that nobody chose, the process lives and what is asked properly is
 * answered right. {@code scores} is red plus twice green.
 */
@Timeout(120)
class NetworkFuzzTest {
    private static final float[] ODD = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_VALUE,
        -0f,
        Float.intBitsToFloat(0x7f800001)
    };

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeNetwork() throws IOException {
        file = OneConvolution.write(folder.resolve("network.onnx"), new float[][] {{1, 2, 0}}, 0);
    }

    @ParameterizedTest
    @EnumSource
    void survivesAnyShapesAnyPixelsAndAnyOutputs(TestEngine engine) {
        Random random = new Random(4);
        try (Network network = open(engine)) {
            for (int round = 0; round < 400; round++) {
                switch (random.nextInt(4)) {
                    case 0 -> askForAnyShape(network, random);
                    case 1 -> runOddPixels(network, random);
                    case 2 -> askForAnyOutput(network, random);
                    default -> assertThatItIsRight(network, random);
                }
            }
            assertThatItIsRight(network, random);
        }
    }

    private static void askForAnyShape(Network network, Random random) {
        long[] shape = LongStream.generate(() -> random.nextBoolean() ? random.nextInt(-2, 5) : random.nextLong())
                .limit(random.nextInt(7))
                .toArray();
        try {
            assertThat(network.input(shape).remaining()).isEqualTo((int) Tensor.count(shape));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("takes an input of");
        }
    }

    private static void runOddPixels(Network network, Random random) {
        int height = 1 + random.nextInt(50);
        int width = 1 + random.nextInt(50);
        FloatBuffer input = network.input(1, 3, height, width);
        while (input.hasRemaining()) {
            input.put(
                    random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : Float.intBitsToFloat(random.nextInt()));
        }
        assertThat(scores(network).remaining()).isEqualTo(height * width);
    }

    private static void askForAnyOutput(Network network, Random random) {
        network.input(1, 3, 2, 2);
        String[] names = random.ints(1 + random.nextInt(3), 0, 4)
                .mapToObj(name -> new String[] {"scores", "", "Scores", "\u0000\uD800"}[name])
                .toArray(String[]::new);
        try {
            assertThat(network.run(names)).containsOnlyKeys("scores");
        } catch (ModelException e) {
            assertThat(e).hasMessageContaining("failed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRightForTheNextWhoeverWasInterruptedOrGaveUpBefore(TestEngine engine) throws Exception {
        Random random = new Random(5);
        try (Network network = open(engine);
                ExecutorService callers = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 60; round++) {
                Future<?> running = callers.submit(() -> runLarge(network));
                Future<?> waiting = callers.submit(() -> runLarge(network));
                Thread.sleep(random.nextInt(4));
                running.cancel(true);
                waiting.cancel(random.nextBoolean());
                assertThatItEnds(waiting);
                float next =
                        callers.submit(() -> oneRun(network, new Random(6))).get();
                assertThat(next).isLessThan(1e-4f);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isClosedAtAnyTimeWhileSeveralUseIt(TestEngine engine) throws Exception {
        Random random = new Random(7);
        try (ExecutorService users = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 60; round++) {
                Network network = open(engine);
                CompletableFuture<?>[] using = new CompletableFuture<?>[3];
                for (int user = 0; user < using.length; user++) {
                    using[user] = CompletableFuture.runAsync(() -> useUntilClosed(network), users);
                }
                Thread.sleep(random.nextInt(3));
                if (random.nextBoolean()) {
                    Thread.ofVirtual().start(network::close);
                }
                network.close();
                CompletableFuture.allOf(using).get();
                try (Network next = open(engine)) {
                    assertThatItIsRight(next, random);
                }
            }
        }
    }

    private static void useUntilClosed(Network network) {
        Random random = new Random();
        while (true) {
            try {
                network.input(1, 3, 1 + random.nextInt(40), 40);
                network.run("scores");
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("is closed");
                return;
            }
        }
    }

    private static void runLarge(Network network) {
        synchronized (network) {
            network.input(1, 3, 400, 400);
            network.run("scores");
        }
    }

    private static void assertThatItEnds(Future<?> work) throws Exception {
        try {
            work.get();
        } catch (CancellationException _) {
            // Its caller is gone; the run may go on for a moment.
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertThatItIsRight(Network network, Random random) {
        assertThat(oneRun(network, random)).as("the largest difference").isLessThan(1e-4f);
    }

    /** The largest difference from what is right, on pixels of 0 to 1. */
    private static float oneRun(Network network, Random random) {
        synchronized (network) {
            int pixels = 7 * 9;
            FloatBuffer input = network.input(1, 3, 7, 9);
            for (int i = 0; i < 3 * pixels; i++) {
                input.put(i, random.nextFloat());
            }
            FloatBuffer scores = scores(network);
            float worst = 0;
            for (int i = 0; i < pixels; i++) {
                worst = Math.max(worst, Math.abs(scores.get(i) - input.get(i) - 2 * input.get(pixels + i)));
            }
            return worst;
        }
    }

    private static FloatBuffer scores(Network network) {
        return Objects.requireNonNull(network.run("scores").get("scores")).values();
    }

    private Network open(TestEngine engine) {
        return engine.open(file, folder.resolve("cache"));
    }
}
