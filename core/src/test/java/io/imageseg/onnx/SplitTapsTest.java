package io.imageseg.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTapsTest {
    private final OnnxNetwork network = TwoBranches.narrow();

    @TempDir
    Path folder;

    @Test
    void aConvolutionToOneChannelBecomesTwoThatMakeTheSame() throws IOException {
        OnnxNetwork split = SplitTaps.in(network);
        assertThat(TwoBranches.operators(split))
                .containsExactly("Conv", "Relu", "Conv", "Sigmoid", "Concat", "Conv", "Conv", "Reshape", "Relu");
        TwoBranches.assertSameScores(network, split, folder);
    }

    @Test
    void theTapsFillABlockAndTheirWeightsTakeThePlaceOfTheOldOnes() {
        assertThat(SplitTaps.in(network).initializers())
                .filteredOn(tensor -> tensor.name().startsWith("sum"))
                .extracting(OnnxTensor::name, OnnxTensor::shape)
                .containsExactlyInAnyOrder(
                        tuple("sum/weights", List.of(16L, 48L, 1L, 1L)),
                        tuple("sum/places", List.of(1L, 16L, 3L, 3L)),
                        tuple("sum/shape", List.of(4L)),
                        tuple("sum_b", List.of(1L)));
    }

    @Test
    void weightsThatSomeoneElseReadsStay() {
        OnnxNetwork read = TwoBranches.with(network, OnnxNode.of("Neg", List.of("sum_w"), "elsewhere"));
        assertThat(SplitTaps.in(read).initializers())
                .extracting(OnnxTensor::name)
                .contains("sum_w", "sum/weights");
    }

    @Test
    void severalChannelsStay() {
        assertIsLeft(TwoBranches.network());
    }

    @Test
    void weightsThatMayBeReplacedStay() {
        assertIsLeft(TwoBranches.withSumWeightsAsInput(network, 1));
    }

    @Test
    void stepsAndGroupsStay() {
        assertIsLeft(TwoBranches.changed(network, "sum", node -> TwoBranches.integers(node, "strides", 2, 2)));
        assertIsLeft(TwoBranches.changed(network, "sum", node -> TwoBranches.attribute(node, "group", 2)));
    }

    /** What is saved on a few channels is less than what the second convolution costs. */
    @Test
    void fewChannelsStay() {
        assertIsLeft(weighed(TwoBranches.zeros("sum_w", 1, 16, 3, 3)));
    }

    /** A file may say more than it holds. */
    @Test
    void weightsThatAreNotThereAreRefused() {
        OnnxTensor weights = TwoBranches.zeros("sum_w", 1, 48, 3, 3);
        MemorySegment raw = weights.raw().orElseThrow();
        OnnxNetwork cut = weighed(weights.with(OnnxTensor.FLOAT, raw.asSlice(Float.BYTES)));
        assertThatIllegalArgumentException().isThrownBy(() -> SplitTaps.in(cut));
        List<Long> vast = List.of(1L, 48L, 1L << 20, 1L << 20);
        OnnxNetwork endless = weighed(OnnxTensor.of("sum_w", OnnxTensor.FLOAT, vast, List.of(raw)));
        assertThatIllegalArgumentException().isThrownBy(() -> SplitTaps.in(endless));
    }

    private OnnxNetwork weighed(OnnxTensor weights) {
        return network.withInitializers(network.initializers().stream()
                .map(tensor -> tensor.name().equals("sum_w") ? weights : tensor)
                .toList());
    }

    private static void assertIsLeft(OnnxNetwork network) {
        assertThat(SplitTaps.in(network)).isSameAs(network);
    }
}
