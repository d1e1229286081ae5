package io.imageseg.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitConcatsTest {
    private final OnnxNetwork network = TwoBranches.network();

    @TempDir
    Path folder;

    @Test
    void aConvolutionOfTwoBecomesASumThatIsTheSame() throws IOException {
        OnnxNetwork split = SplitConcats.in(network);
        assertThat(TwoBranches.operators(split))
                .containsExactly("Conv", "Relu", "Conv", "Sigmoid", "Conv", "Conv", "Add", "Relu");
        TwoBranches.assertSameScores(network, split, folder);
    }

    @Test
    void sumsHaveTheChannelsThatBothOfTheirValuesHave() {
        assertThat(TwoBranches.operators(SplitConcats.in(summed("high")))).doesNotContain("Concat");
        assertIsLeft(summed("low"));
        assertIsLeft(summed("rgb"));
    }

    /** With a sum of {@code high} and another value in the place of {@code right}. */
    private OnnxNetwork summed(String other) {
        return changed("right", _ -> OnnxNode.of("Add", List.of("high", other), "right"));
    }

    @Test
    void theWeightsAreDividedAndTheBiasAddedOnce() {
        OnnxNetwork split = SplitConcats.in(network);
        assertThat(split.initializers())
                .filteredOn(tensor -> tensor.name().contains("sum_w"))
                .extracting(OnnxTensor::shape)
                .containsExactly(List.of(16L, 16L, 3L, 3L), List.of(16L, 32L, 3L, 3L));
        assertThat(split.nodes())
                .filteredOn(node -> node.inputs().contains("sum_b"))
                .hasSize(1);
    }

    @Test
    void whatSomeoneElseReadsStaysTogether() {
        assertIsLeft(TwoBranches.with(network, OnnxNode.of("Relu", List.of("both"), "elsewhere")));
        assertIsLeft(TwoBranches.with(network, OnnxNode.of("Neg", List.of("sum_w"), "elsewhere")));
    }

    @Test
    void anOutputOrAnInputOfTheNetworkStays() {
        List<OnnxValue> outputs = new ArrayList<>(network.outputs());
        outputs.add(new OnnxValue(TwoBranches.value("both", 1, 48, 8, 8)));
        assertIsLeft(network.withOutputs(outputs));
        assertIsLeft(TwoBranches.withSumWeightsAsInput(network, 16));
    }

    @Test
    void groupsStay() {
        assertIsLeft(changed("sum", node -> TwoBranches.attribute(node, "group", 2)));
    }

    @Test
    void whatIsLaidTogetherAlongAnotherAxisStays() {
        assertIsLeft(changed("both", node -> node.withInteger("axis", 2)));
    }

    @Test
    void threeValuesStay() {
        assertIsLeft(changed("both", node -> node.with(List.of("left", "right", "left"), "both")));
    }

    @Test
    void valuesOfUnknownChannelsStay() {
        assertIsLeft(changed("right", node -> OnnxNode.of("Softmax", List.of("high"), "right")));
        assertIsLeft(changed("both", node -> node.with(List.of("rgb", "right"), "both")));
        assertIsLeft(changed("both", node -> node.with(List.of("left", "left"), "both")));
    }

    private OnnxNetwork changed(String made, UnaryOperator<OnnxNode> change) {
        return TwoBranches.changed(network, made, change);
    }

    private static void assertIsLeft(OnnxNetwork network) {
        assertThat(SplitConcats.in(network)).isSameAs(network);
    }
}
