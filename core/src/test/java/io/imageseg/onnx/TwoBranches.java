package io.imageseg.onnx;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A network that makes two values of {@code rgb}, 1×3×8×8, lays them behind each other and convolves them: what
 * U-shaped networks do at each step up. Weights are drawn; each test alters a copy.
 */
final class TwoBranches {
    static final int SIDE = 8;

    private static final int FIRST = 16;
    private static final int SECOND = 32;
    private static final int OUT = 16;

    private final Random random = new Random(7);
    private final List<OnnxTensor> tensors = new ArrayList<>();

    private TwoBranches() {}

    /** Its output is {@code scores}, 1×16×8×8; the values laid together are {@code left}, {@code right} and {@code both}. */
    static OnnxNetwork network() {
        return new TwoBranches().make();
    }

    private OnnxNetwork make() {
        List<OnnxNode> nodes = List.of(
                convolution("rgb", 3, FIRST, 1, "low"),
                OnnxNode.of("Relu", List.of("low"), "left"),
                convolution("rgb", 3, SECOND, 1, "high"),
                OnnxNode.of("Sigmoid", List.of("high"), "right"),
                attribute(OnnxNode.of("Concat", List.of("left", "right"), "both"), "axis", 1),
                convolution("both", FIRST + SECOND, OUT, 3, "sum"),
                OnnxNode.of("Relu", List.of("sum"), "scores"));
        OnnxMessage graph = OnnxMessage.of(
                OnnxField.of(2, "graph"),
                OnnxField.of(11, value("rgb", 1, 3, SIDE, SIDE)),
                OnnxField.of(12, value("scores", 1, OUT, SIDE, SIDE)));
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
        OnnxField[] pads = new OnnxField[6];
        pads[0] = OnnxField.of(1, "pads");
        Arrays.fill(pads, 1, 5, OnnxField.of(8, edge));
        pads[5] = OnnxField.of(20, 7);
        return new OnnxNode(plus(node.message(), OnnxField.of(5, OnnxMessage.of(pads))));
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

    private OnnxTensor drawn(String name, long... shape) {
        int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            raw.putFloat(random.nextFloat() - .5f);
        }
        List<Long> extents = Arrays.stream(shape).boxed().toList();
        return OnnxTensor.of(name, OnnxTensor.FLOAT, extents, List.of(MemorySegment.ofArray(raw.array())));
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
