package io.imageseg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ONNX Runtime keeps of the networks it has optimised. */
class OptimizedNetworkTest {
    @TempDir
    Path folder;

    private Path file;
    private Path cache;

    @BeforeEach
    void writeNetwork() throws IOException {
        assumeTrue(Processor.features().isPresent(), "nothing is kept where the processor is not known");
        file = write("network.onnx", 1);
        cache = folder.resolve("cache");
    }

    /** So many channels that their weights are no longer a part of the graph. */
    private Path write(String name, float weight) throws IOException {
        float[][] weights = new float[100][];
        Arrays.fill(weights, new float[] {weight, weight, weight});
        return OneConvolution.write(folder.resolve(name), 8, weights, new float[100]);
    }

    @Test
    void isReadAgainAsItWasWritten() throws IOException {
        assertThat(sum()).isEqualTo(3);
        List<Path> kept = files();
        assertThat(kept.getFirst().toString())
                .matches(".*/network.onnx-[0-9a-f]{8}-onnxruntime-.*/optimized-.*/network.onnx");
        assertThat(kept).extracting(one -> one.getFileName().toString()).containsExactly("network.onnx", "weights.bin");
        FileTime written = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(kept.getFirst(), written);
        assertThat(sum()).isEqualTo(3);
        assertThat(files()).isEqualTo(kept);
        assertThat(Files.getLastModifiedTime(kept.getFirst())).isEqualTo(written);
    }

    @Test
    void isWhatIsReadWhenItIsThere() throws IOException {
        sum();
        Path kept = kept(cache);
        Path other = folder.resolve("cache-of-another");
        assertThat(sum(write("other.onnx", 5), other)).isEqualTo(15);
        Path made = kept(other);
        EngineCache.remove(kept);
        Files.move(made, kept.resolveSibling(made.getFileName()));
        assertThat(sum()).isEqualTo(15);
    }

    @Test
    void isMadeAnewWhenTheNetworkIsAnother() throws IOException {
        sum();
        write("network.onnx", 2);
        assertThat(sum()).isEqualTo(6);
        assertThat(files()).hasSize(4);
    }

    @Test
    void needsNoFileOfWeightsWhereAllAreSmall() throws IOException {
        Path small = OneConvolution.write(folder.resolve("small.onnx"), 8, new float[][] {{1, 1, 1}}, 0);
        assertThat(sum(small, cache)).isEqualTo(3);
        assertThat(sum(small, cache)).isEqualTo(3);
        assertThat(files()).singleElement().asString().endsWith("-00000000/network.onnx");
    }

    @Test
    void isMadeAnewWhenItIsDamaged() throws IOException {
        sum();
        for (Path kept : files()) {
            byte[] whole = Files.readAllBytes(kept);
            for (int length : List.of(0, 10, whole.length / 2, whole.length - 1)) {
                Files.write(kept, Arrays.copyOf(whole, length));
                assertThat(sum()).isEqualTo(3);
                assertThat(kept).hasBinaryContent(whole);
            }
            byte[] altered = whole.clone();
            altered[whole.length / 2] ^= 1;
            Files.write(kept, altered);
            assertThat(sum()).isEqualTo(3);
            assertThat(kept).hasBinaryContent(whole);
            Files.delete(kept);
            assertThat(sum()).isEqualTo(3);
            assertThat(kept).hasBinaryContent(whole);
        }
    }

    @Test
    void isLeftWhenTheRuntimeDoesNotTakeIt() throws IOException {
        sum();
        Path kept = kept(cache);
        EngineCache.remove(kept);
        Path text = Files.writeString(folder.resolve("text"), "no network");
        Path wrong = kept.resolveSibling("optimized-%08x-00000000".formatted(Checksum.of(text)));
        Files.copy(text, Files.createDirectory(wrong).resolve("network.onnx"));
        assertThat(sum()).isEqualTo(3);
        assertThat(wrong).doesNotExist();
        assertThat(files()).hasSize(2);
    }

    @Test
    void isRidOfWhatProcessesLeftThatEndedWhileTheyWrote() throws IOException {
        sum();
        Path left = Files.createDirectory(kept(cache).resolveSibling("draft1"));
        Files.writeString(left.resolve("network.onnx"), "half");
        assertThat(sum()).isEqualTo(3);
        assertThat(left).as("it may be another's who writes").exists();
        Files.setLastModifiedTime(left, FileTime.fromMillis(1_000_000));
        assertThat(sum()).isEqualTo(3);
        assertThat(left).doesNotExist();
    }

    @Test
    void isNotNeeded() throws IOException {
        Files.writeString(cache, "a file where the folder should be");
        assertThat(sum()).isEqualTo(3);
        assertThat(cache).hasContent("a file where the folder should be");
    }

    @Test
    void ofAFileThatIsNoNetworkNothingIsKept() throws IOException {
        Files.writeString(file, "no network");
        assertThatThrownBy(this::sum).isInstanceOf(ModelException.class).hasMessageContaining(file.toString());
        assertThat(files()).isEmpty();
    }

    private float sum() {
        return sum(file, cache);
    }

    private static float sum(Path file, Path cache) {
        try (Network network = new OnnxRuntimeNetwork(file, 1, cache)) {
            return OneConvolution.ofOnes(network);
        }
    }

    /** The folder of the first file. */
    private static Path kept(Path cache) throws IOException {
        return Objects.requireNonNull(files(cache).getFirst().getParent());
    }

    private List<Path> files() throws IOException {
        return files(cache);
    }

    private static List<Path> files(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
