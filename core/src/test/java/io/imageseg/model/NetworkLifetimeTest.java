package io.imageseg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That no engine ends the process or keeps memory, whenever and by whomever its networks are opened and closed. */
class NetworkLifetimeTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** Of 500 networks: 16 KiB each. */
    private static final long LEAK = 8 << 20;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeNetwork() throws IOException {
        file = OneConvolution.write(folder.resolve("network.onnx"), 64, new float[][] {{1, 1, 1}}, 0);
    }

    @ParameterizedTest
    @EnumSource
    void isClosedWhileAnotherThreadRunsIt(TestEngine engine) throws Exception {
        for (int i = 0; i < 30; i++) {
            Network network = open(engine);
            CountDownLatch running = new CountDownLatch(1);
            FutureTask<String> runs = new FutureTask<>(() -> {
                while (true) {
                    try {
                        network.input(1, 3, 64, 64);
                        network.run("scores");
                        running.countDown();
                    } catch (IllegalStateException e) {
                        return String.valueOf(e.getMessage());
                    }
                }
            });
            Thread.ofVirtual().start(runs);
            running.await();
            network.close();
            assertThat(runs.get()).contains("is closed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isOpenedAndRunByAThreadThatWasInterrupted(TestEngine engine) {
        Thread.currentThread().interrupt();
        try (Network network = open(engine)) {
            network.input(1, 3, 64, 64).put(0, 5);
            assertThat(network.run("scores").get("scores"))
                    .satisfies(scores -> assertThat(scores.values().get(0)).isEqualTo(5));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isOpenedForAThreadWhoseStackIsShallow(TestEngine engine) throws Exception {
        open(engine).close();
        FutureTask<Boolean> opened = new FutureTask<>(() -> {
            open(engine).close();
            return true;
        });
        Thread.ofPlatform().stackSize(256 << 10).start(opened);
        assertThat(opened.get()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothingOfAThousandThatWereClosed(TestEngine engine) throws IOException {
        assumeTrue(Files.exists(OPEN_FILES), "memory is read from /proc");
        Network first = open(engine);
        first.close();
        use(engine, 300);
        long files = openFiles();
        // What leaks leaks every time; Java's heap, which counts too, grows now and then.
        long least = Long.MAX_VALUE;
        for (int block = 0; block < 5 && (block < 2 || least >= LEAK); block++) {
            long memory = resident();
            use(engine, 500);
            least = Math.min(least, resident() - memory);
        }
        assertThat(least).as("bytes that stay of 500 each time").isLessThan(LEAK);
        assertThat(openFiles()).isLessThanOrEqualTo(files + 2);
    }

    private void use(TestEngine engine, int times) {
        for (int i = 0; i < times; i++) {
            try (Network network = open(engine)) {
                network.input(1, 3, 64, 64).put(0, i);
                network.run("scores");
            }
        }
    }

    private Network open(TestEngine engine) {
        return engine.open(file, folder.resolve("cache"));
    }

    private static long resident() throws IOException {
        System.gc();
        return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]) * 4096;
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.count();
        }
    }
}
