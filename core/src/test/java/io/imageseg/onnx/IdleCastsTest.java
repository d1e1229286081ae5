package io.imageseg.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleCastsTest {
    private static final long FLOAT = OnnxTensor.FLOAT;
    private static final long WHOLE = 7;

    private final OnnxNetwork network = TwoBranches.network();

    @TempDir
    Path folder;

    @Test
    void conversionsOfFloatsToFloatsGo() throws IOException {
        OnnxNetwork idle = TwoBranches.with(
                TwoBranches.changed(network, "scores", node -> node.with(List.of("converted"), "raw")),
                cast("raw", FLOAT, "scores"));
        idle = between(idle, "sum", cast("sum", FLOAT, "converted"));
        OnnxNetwork without = IdleCasts.in(idle);
        assertThat(TwoBranches.operators(without)).isEqualTo(TwoBranches.operators(network));
        assertThat(without.nodes().getLast().inputs()).containsExactly("sum");
        TwoBranches.assertSameScores(network, without, folder);
    }

    @Test
    void ofSeveralThatMakeWhatComesOutOneIsLeft() {
        OnnxNetwork twice = plusOutput(TwoBranches.with(
                TwoBranches.with(
                        TwoBranches.changed(network, "scores", node -> node.with(List.of("sum"), "raw")),
                        cast("raw", FLOAT, "scores")),
                cast("raw", FLOAT, "again")));
        OnnxNetwork without = IdleCasts.in(twice);
        assertThat(TwoBranches.operators(without)).endsWith("Conv", "Relu", "Cast");
        assertThat(without.nodes().getLast().inputs()).containsExactly("scores");
        assertThat(without.nodes().getLast().outputs()).containsExactly("again");
    }

    @Test
    void aConversionOfWhatComesInToWhatComesOutStays() {
        assertIsLeft(plusOutput(TwoBranches.with(network, cast("rgb", FLOAT, "again"))));
    }

    @Test
    void aConversionOfWhatComesOutToWhatComesOutStays() {
        assertIsLeft(plusOutput(TwoBranches.with(network, cast("scores", FLOAT, "again"))));
    }

    @Test
    void conversionsOfWholeNumbersAndToThemStay() {
        OnnxNetwork shape = TwoBranches.with(network, OnnxNode.of("Shape", List.of("left"), "extents"));
        assertIsLeft(TwoBranches.with(shape, cast("extents", FLOAT, "again")));
        assertIsLeft(TwoBranches.with(network, cast("left", WHOLE, "again")));
    }

    @Test
    void whatNobodySaysIsOfFloatsStays() {
        OnnxNetwork drawn = TwoBranches.with(network, OnnxNode.of("RandomUniform", List.of(), "noise"));
        assertIsLeft(TwoBranches.with(drawn, cast("noise", FLOAT, "again")));
    }

    @Test
    void aNodeThatMakesNothingIsRefused() {
        OnnxNetwork broken = TwoBranches.with(
                network, new OnnxNode(OnnxMessage.of(OnnxField.of(1, "left"), OnnxField.of(4, "Relu"))));
        assertThatIllegalArgumentException().isThrownBy(() -> IdleCasts.in(broken));
    }

    private static OnnxNode cast(String input, long to, String output) {
        return TwoBranches.attribute(OnnxNode.of("Cast", List.of(input), output), "to", to);
    }

    /** With a node behind that which makes a value. */
    private static OnnxNetwork between(OnnxNetwork network, String made, OnnxNode added) {
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode node : network.nodes()) {
            nodes.add(node);
            if (node.outputs().contains(made)) {
                nodes.add(added);
            }
        }
        return network.withNodes(nodes);
    }

    /** With {@code again} among what comes out. */
    private static OnnxNetwork plusOutput(OnnxNetwork network) {
        List<OnnxValue> outputs = new ArrayList<>(network.outputs());
        outputs.add(new OnnxValue(TwoBranches.value("again", 1, 16, TwoBranches.SIDE, TwoBranches.SIDE)));
        return network.withOutputs(outputs);
    }

    private static void assertIsLeft(OnnxNetwork network) {
        assertThat(IdleCasts.in(network)).isSameAs(network);
    }
}
