package io.imageseg.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.model.Network;
import io.imageseg.model.OnnxRuntimeNetwork;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

/**
 * A network that makes two values of {@code rgb}, 1×3×8×8, lays them behind each other and convolves them: what
 * U-shaped networks do at each step up. Weights are drawn; each test alters a copy.
 */
final class TwoBranches {
    static final int SIDE = 8;

    private static final int FIRST = 16;
    private static final int SECOND = 32;
    private static final int WIDE = 16;

    private final Random random = new Random(7);
    private final List<OnnxTensor> tensors = new ArrayList<>();

    private TwoBranches() {}

    /** Its output is {@code scores}, 1×16×8×8; the values laid together are {@code left}, {@code right} and {@code both}. */
    static OnnxNetwork network() {
        return new TwoBranches().make(WIDE);
    }

    /** The same, but for {@code scores} of 1×1×8×8. */
    static OnnxNetwork narrow() {
        return new TwoBranches().make(1);
    }

    /**
     * Fails unless an engine makes the same of both, but for rounding.
     *
     * @param folder of the test, for their files
     */
    static void assertSameScores(OnnxNetwork network, OnnxNetwork rewritten, Path folder) throws IOException {
        List<Float> before = scores(network, folder);
        List<Float> after = scores(rewritten, folder);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isEqualTo(before.get(i), within(1e-4f));
        }
        assertThat(before).as("something to compare").anyMatch(score -> score > .1f);
    }

    private static List<Float> scores(OnnxNetwork network, Path folder) throws IOException {
        Path file = folder.resolve("network%d.onnx".formatted(System.nanoTime()));
        network.write(file);
        try (Network opened = new OnnxRuntimeNetwork(file, 1)) {
            FloatBuffer input = opened.input(1, 3, SIDE, SIDE);
            for (int i = 0; input.hasRemaining(); i++) {
                input.put(i % 7 - 3);
            }
            FloatBuffer found =
                    Objects.requireNonNull(opened.run("scores").get("scores")).values();
            List<Float> scores = new ArrayList<>();
            while (found.hasRemaining()) {
                scores.add(found.get());
            }
            return scores;
        }
    }

    /** With another node at the end. */
    static OnnxNetwork with(OnnxNetwork network, OnnxNode added) {
        List<OnnxNode> nodes = new ArrayList<>(network.nodes());
        nodes.add(added);
        return network.withNodes(nodes);
    }

    /** With what makes a value changed. */
    static OnnxNetwork changed(OnnxNetwork network, String made, UnaryOperator<OnnxNode> change) {
        return network.withNodes(network.nodes().stream()
                .map(node -> node.outputs().contains(made) ? change.apply(node) : node)
                .toList());
    }

    /** Where the weights of {@code sum} may be replaced by what goes in. */
    static OnnxNetwork withSumWeightsAsInput(OnnxNetwork network, int out) {
        List<OnnxField> inputs = List.of(
                OnnxField.of(11, value("rgb", 1, 3, SIDE, SIDE)),
                OnnxField.of(11, value("sum_w", out, FIRST + SECOND, 3, 3)));
        return new OnnxNetwork(network.header(), network.graph().with(11, inputs));
    }

    static List<String> operators(OnnxNetwork network) {
        return network.nodes().stream().map(OnnxNode::operator).toList();
    }

    private OnnxNetwork make(int out) {
        List<OnnxNode> nodes = List.of(
                convolution("rgb", 3, FIRST, 1, "low"),
                OnnxNode.of("Relu", List.of("low"), "left"),
                convolution("rgb", 3, SECOND, 1, "high"),
                OnnxNode.of("Sigmoid", List.of("high"), "right"),
                attribute(OnnxNode.of("Concat", List.of("left", "right"), "both"), "axis", 1),
                convolution("both", FIRST + SECOND, out, 3, "sum"),
                OnnxNode.of("Relu", List.of("sum"), "scores"));
        OnnxMessage graph = OnnxMessage.of(
                OnnxField.of(2, "graph"),
                OnnxField.of(11, value("rgb", 1, 3, SIDE, SIDE)),
                OnnxField.of(12, value("scores", 1, out, SIDE, SIDE)));
        OnnxMessage opset = OnnxMessage.of(OnnxField.of(2, 15));
        OnnxMessage model = OnnxMessage.of(OnnxField.of(1, 8), OnnxField.of(7, graph), OnnxField.of(8, opset));
        return OnnxNetwork.of(model).withNodes(nodes).withInitializers(tensors);
    }

    /** One that keeps the size. */
    private OnnxNode convolution(String input, int from, int to, int side, String output) {
        String weights = output + "_w";
        String bias = output + "_b";
        tensors.add(drawn(weights, to, from, side, side));
        tensors.add(drawn(bias, to));
        OnnxNode node = OnnxNode.of("Conv", List.of(input, weights, bias), output);
        long edge = side / 2;
        return integers(node, "pads", edge, edge, edge, edge);
    }

    static OnnxNode integers(OnnxNode node, String name, long... values) {
        List<OnnxField> fields = new ArrayList<>();
        fields.add(OnnxField.of(1, name));
        Arrays.stream(values).forEach(value -> fields.add(OnnxField.of(8, value)));
        fields.add(OnnxField.of(20, 7));
        return new OnnxNode(plus(node.message(), OnnxField.of(5, new OnnxMessage(fields))));
    }

    static OnnxNode attribute(OnnxNode node, String name, long value) {
        return new OnnxNode(plus(
                node.message(),
                OnnxField.of(5, OnnxMessage.of(OnnxField.of(1, name), OnnxField.of(3, value), OnnxField.of(20, 2)))));
    }

    private static OnnxMessage plus(OnnxMessage message, OnnxField field) {
        List<OnnxField> fields = new ArrayList<>(message.fields());
        fields.add(field);
        return new OnnxMessage(fields);
    }

    static OnnxTensor zeros(String name, long... shape) {
        return tensor(name, () -> 0, shape);
    }

    private OnnxTensor drawn(String name, long... shape) {
        return tensor(name, () -> random.nextFloat() - .5, shape);
    }

    private static OnnxTensor tensor(String name, DoubleSupplier values, long... shape) {
        float[] all = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) values.getAsDouble();
        }
        return OnnxTensor.ofFloats(name, all, shape);
    }

    static OnnxMessage value(String name, long... shape) {
        List<OnnxField> dimensions = Arrays.stream(shape)
                .mapToObj(extent -> OnnxField.of(1, OnnxMessage.of(OnnxField.of(1, extent))))
                .toList();
        OnnxMessage tensor =
                OnnxMessage.of(OnnxField.of(1, OnnxTensor.FLOAT), OnnxField.of(2, new OnnxMessage(dimensions)));
        return OnnxMessage.of(OnnxField.of(1, name), OnnxField.of(2, OnnxMessage.of(OnnxField.of(1, tensor))));
    }
}
