package io.imageseg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
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
class OptimizedFileTest {
    @TempDir
    Path folder;

    private Path file;
    private Path cache;

    @BeforeEach
    void writeNetwork() throws IOException {
        assumeTrue(Processor.features().isPresent(), "nothing is kept where the processor is not known");
        file = OneConvolution.write(folder.resolve("network.onnx"), 8, new float[][] {{1, 1, 1}}, 0);
        cache = folder.resolve("cache");
    }

    @Test
    void isReadAgainAsItWasWritten() throws IOException {
        assertThat(sum()).isEqualTo(3);
        List<Path> kept = files();
        assertThat(kept).singleElement().asString().matches(".*/network.onnx-[0-9a-f]{8}-onnxruntime-.*/optimized-.*");
        FileTime written = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(kept.getFirst(), written);
        assertThat(sum()).isEqualTo(3);
        assertThat(files()).isEqualTo(kept);
        assertThat(Files.getLastModifiedTime(kept.getFirst())).isEqualTo(written);
    }

    @Test
    void isWhatIsReadWhenItIsThere() throws IOException {
        sum();
        Path other = OneConvolution.write(folder.resolve("other.onnx"), 8, new float[][] {{5, 5, 5}}, 0);
        Path kept = files().getFirst();
        Files.delete(kept);
        Files.copy(other, kept.resolveSibling("optimized-%08x.onnx".formatted(Checksum.of(other))));
        assertThat(sum()).isEqualTo(15);
    }

    @Test
    void isMadeAnewWhenTheNetworkIsAnother() throws IOException {
        sum();
        OneConvolution.write(file, 8, new float[][] {{2, 2, 2}}, 0);
        assertThat(sum()).isEqualTo(6);
        assertThat(files()).hasSize(2);
    }

    @Test
    void isMadeAnewWhenItIsDamaged() throws IOException {
        sum();
        Path kept = files().getFirst();
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
    }

    @Test
    void isLeftWhenTheRuntimeDoesNotTakeIt() throws IOException {
        sum();
        Path kept = files().getFirst();
        Files.delete(kept);
        Path text = Files.writeString(folder.resolve("text"), "no network");
        Path wrong = Files.copy(text, kept.resolveSibling("optimized-%08x.onnx".formatted(Checksum.of(text))));
        assertThat(sum()).isEqualTo(3);
        assertThat(wrong).doesNotExist();
        assertThat(files()).hasSize(1);
    }

    @Test
    void isRidOfWhatProcessesLeftThatEndedWhileTheyWrote() throws IOException {
        sum();
        Path left = Files.writeString(files().getFirst().resolveSibling("draft1.onnx"), "half");
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

    /** Of a pixel whose colours are 1. */
    private float sum() {
        try (Network network = new OnnxRuntimeNetwork(file, 1, cache)) {
            FloatBuffer input = network.input(1, 3, 8, 8);
            while (input.hasRemaining()) {
                input.put(1);
            }
            return Objects.requireNonNull(network.run("scores").get("scores"))
                    .values()
                    .get(0);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
