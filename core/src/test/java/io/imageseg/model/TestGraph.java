package io.imageseg.model;

import io.imageseg.onnx.OnnxField;
import io.imageseg.onnx.OnnxMessage;
import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxNode;
import io.imageseg.onnx.OnnxValue;
import java.util.List;

/** A network of nodes that all make 1×3×128×128 floats, of an input {@code rgb} of that shape. */
final class TestGraph {
    static final List<Long> SHAPE = List.of(1L, 3L, 128L, 128L);
    static final long BYTES = 4 * 3 * 128 * 128;

    private static final long IR_VERSION = 8;
    private static final long OPSET = 15;

    private TestGraph() {}

    static OnnxNetwork of(List<String> outputs, OnnxNode... nodes) {
        OnnxMessage opset = OnnxMessage.of(OnnxField.of(2, OPSET));
        OnnxMessage graph = OnnxMessage.of(
                OnnxField.of(2, "graph"),
                OnnxField.of(11, OnnxValue.ofFloats("rgb", SHAPE).message()));
        return new OnnxNetwork(OnnxMessage.of(OnnxField.of(1, IR_VERSION), OnnxField.of(8, opset)), graph)
                .withNodes(List.of(nodes))
                .withOutputs(outputs.stream()
                        .map(output -> OnnxValue.ofFloats(output, SHAPE))
                        .toList());
    }

    static OnnxNode node(String operator, String output, String... inputs) {
        return OnnxNode.of(operator, List.of(inputs), output);
    }
}
