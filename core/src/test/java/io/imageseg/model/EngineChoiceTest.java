package io.imageseg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineChoiceTest {
    private final List<String> chosen = new ArrayList<>();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeNetwork() throws IOException {
        file = OneConvolution.write(folder.resolve("network.onnx"), 8, new float[][] {{1, 1, 1}}, 0);
    }

    @Test
    void isOnnxRuntimeWhereOpenVinoIsNotThere() {
        runs(EngineChoice.Kind.AUTO, options(folder.resolve("nowhere")));
        assertThat(chosen)
                .singleElement()
                .asString()
                .startsWith("ONNX Runtime ")
                .contains("OpenVINO cannot be loaded from " + folder.resolve("nowhere"));
    }

    @Test
    void isOnnxRuntimeWhereOpenVinoIsDamaged() throws IOException {
        Files.writeString(folder.resolve("libopenvino_c.so"), "no library");
        runs(EngineChoice.Kind.AUTO, options(folder));
        assertThat(chosen).singleElement().asString().startsWith("ONNX Runtime ");
    }

    @Test
    void isOnnxRuntimeWhereOpenVinoDoesNotKnowTheDevice() {
        OpenVinoOptions cpu = TestEngine.options(Precision.AUTO, folder.resolve("cache"));
        runs(
                EngineChoice.Kind.AUTO,
                new OpenVinoOptions(cpu.library(), "ABACUS", cpu.precision(), cpu.threads(), cpu.cache()));
        assertThat(chosen)
                .singleElement()
                .asString()
                .startsWith("ONNX Runtime ")
                .contains("ABACUS");
    }

    @Test
    void isNothingElseThanOpenVinoWhereThatWasAskedFor() {
        EngineChoice choice = new EngineChoice(EngineChoice.Kind.OPENVINO, options(folder), 1, folder.resolve("cache"));
        assertThatThrownBy(() -> choice.open(file, chosen::add)).isInstanceOf(ModelException.class);
        assertThat(chosen).isEmpty();
    }

    @Test
    void isNothingElseThanCudaWhereThatWasAskedFor() {
        assumeFalse(OnnxRuntime.comesWithCuda(), "it is for builds without CUDA");
        EngineChoice choice = new EngineChoice(EngineChoice.Kind.CUDA, options(folder), 1, folder.resolve("cache"));
        assertThatThrownBy(() -> choice.open(file, chosen::add))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("this build is without CUDA");
        assertThat(chosen).isEmpty();
    }

    @Test
    void isAnotherThanCudaAndSaysWhyWhereThereIsNoDevice() {
        assumeTrue(OnnxRuntime.comesWithCuda() && !Files.exists(Path.of("/dev/nvidia0")), "it is for builds with CUDA");
        EngineChoice choice = new EngineChoice(EngineChoice.Kind.CUDA, options(folder), 1, folder.resolve("cache"));
        assertThatThrownBy(() -> choice.open(file, chosen::add)).isInstanceOf(ModelException.class);
        runs(EngineChoice.Kind.AUTO, options(folder.resolve("nowhere")));
        assertThat(chosen)
                .singleElement()
                .asString()
                .startsWith("ONNX Runtime ")
                .contains(", CPU, f32 (")
                .containsIgnoringCase("cuda")
                .contains("OpenVINO cannot be loaded");
    }

    @Test
    void isOpenVinoWhereItIsThere() {
        OpenVinoOptions options = TestEngine.options(Precision.F32, folder.resolve("cache"));
        runs(EngineChoice.Kind.AUTO, options);
        runs(EngineChoice.Kind.ONNXRUNTIME, options);
        String whyNotCuda = OnnxRuntime.comesWithCuda() ? " \\(.*\\)" : "";
        assertThat(chosen)
                .satisfiesExactly(
                        first -> assertThat(first).matches("OpenVINO 20\\d\\d\\.\\d.*, CPU, f32" + whyNotCuda),
                        second -> assertThat(second).matches("ONNX Runtime \\S+, CPU, f32"));
    }

    @Test
    void keepsWhatWasCompiledUntilTheFileIsAnother() throws IOException {
        Path cache = folder.resolve("cache");
        OpenVinoOptions options = TestEngine.options(Precision.F32, cache);
        assertThat(sum(options)).isEqualTo(3);
        List<Path> compiled = files(cache);
        FileTime written = Files.getLastModifiedTime(compiled.getFirst());
        assertThat(sum(options)).isEqualTo(3);
        assertThat(files(cache)).isEqualTo(compiled);
        assertThat(Files.getLastModifiedTime(compiled.getFirst())).isEqualTo(written);
        FileTime later =
                FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(1));
        OneConvolution.write(file, 8, new float[][] {{2, 2, 2}}, 0);
        Files.setLastModifiedTime(file, later);
        assertThat(sum(options)).isEqualTo(6);
    }

    @Test
    void compilesAnewWhatIsKeptInPieces() throws IOException {
        Path cache = folder.resolve("cache");
        OpenVinoOptions options = TestEngine.options(Precision.F32, cache);
        sum(options);
        Path compiled = files(cache).getFirst();
        byte[] whole = Files.readAllBytes(compiled);
        for (int length : List.of(0, 10, 200, whole.length / 2, whole.length - 1)) {
            Files.delete(compiled);
            Files.write(compiled, Arrays.copyOf(whole, length));
            assertThat(sum(options)).isEqualTo(3);
        }
    }

    private void runs(EngineChoice.Kind kind, OpenVinoOptions options) {
        try (Network network = new EngineChoice(kind, options, 1, folder.resolve("cache")).open(file, chosen::add)) {
            network.input(1, 3, 8, 8);
            assertThat(network.run("scores")).containsKey("scores");
        }
    }

    private float sum(OpenVinoOptions options) {
        try (Network network = OpenVino.load(options).open(file)) {
            return OneConvolution.ofOnes(network);
        }
    }

    private OpenVinoOptions options(Path library) {
        return new OpenVinoOptions(library, "CPU", Precision.AUTO, 1, folder.resolve("cache"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
