package io.imageseg.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.onnx.OnnxField;
import io.imageseg.onnx.OnnxMessage;
import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxNode;
import io.imageseg.onnx.OnnxValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryPlanTest {
    @TempDir
    Path folder;

    @Test
    void whatGoesInAndComesOutIsDeclaredAsBefore() throws IOException {
        Path file = loosened(OneConvolution.write(folder.resolve("fixed.onnx"), 8, new float[][] {{1, 2, 3}}, .5f));
        try (Network network = new OnnxRuntimeNetwork(file, 1)) {
            assertThat(network.inputShape()).containsExactly(1L, 3L, 8L, 8L);
            assertThat(network.outputs()).containsExactly("scores");
            assertThat(OneConvolution.ofOnes(network)).isEqualTo(6.5f);
        }
    }

    @Test
    void theInputIsReadThroughANodeThatHidesItsSizes() throws IOException {
        OnnxNetwork loose =
                read(loosened(OneConvolution.write(folder.resolve("fixed.onnx"), 8, new float[][] {{1, 2, 3}}, 0)));
        assertThat(loose.nodes())
                .filteredOn(node -> node.inputs().contains("rgb"))
                .singleElement()
                .returns("Reshape", OnnxNode::operator);
    }

    @Test
    void anInputOfFreeSizesHasNoneToHide() throws IOException {
        Path free = OneConvolution.write(folder.resolve("free.onnx"), new float[][] {{1, 2, 3}}, 0);
        OnnxNetwork loose = read(loosened(free));
        assertThat(loose.nodes())
                .singleElement()
                .returns("Conv", OnnxNode::operator)
                .returns("rgb", node -> node.inputs().getFirst());
        assertThat(loose.initializers()).hasSize(2);
    }

    @Test
    void aSumIsDeclaredAsLargeAsWhatItIsAddedTo() throws IOException {
        OnnxNetwork loose = MemoryPlan.loosened(sum());
        assertThat(loose.values()).extracting(OnnxValue::name).containsExactly("before", "after");
        List<List<String>> extents = loose.values().stream()
                .map(value -> value.message().messages(2).getFirst())
                .flatMap(type -> type.messages(1).stream())
                .map(tensor -> tensor.messages(2).getFirst().messages(1).stream()
                        .map(dimension -> dimension.text(2))
                        .toList())
                .toList();
        assertThat(extents.get(0)).doesNotHaveDuplicates().hasSize(4).isEqualTo(extents.get(1));
    }

    /** A convolution in blocks that adds to {@code before}. */
    private static OnnxNetwork sum() {
        OnnxNode node = OnnxNode.of("Conv", List.of("rgb", "w", "b", "before"), "after");
        OnnxMessage blocked = node.message().with(OnnxField.of(7, "com.microsoft.nchwc"));
        OnnxMessage graph = OnnxMessage.of(OnnxField.of(1, blocked));
        return new OnnxNetwork(OnnxMessage.of(), graph);
    }

    private Path loosened(Path file) throws IOException {
        Path loose = folder.resolve("loose.onnx");
        MemoryPlan.loosened(read(file)).write(loose);
        return loose;
    }

    private static OnnxNetwork read(Path file) throws IOException {
        return OnnxNetwork.read(Files.readAllBytes(file));
    }
}
