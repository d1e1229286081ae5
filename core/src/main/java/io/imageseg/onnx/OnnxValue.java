package io.imageseg.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is declared of a value: its name, type and shape ({@code ValueInfoProto}). */
public record OnnxValue(OnnxMessage message) {
    private static final int NAME = 1;
    private static final int TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    private static final int TENSOR_ELEMENT = 1;
    private static final int TENSOR_SHAPE = 2;
    private static final int SHAPE_DIMENSION = 1;
    private static final int DIMENSION_VALUE = 1;

    /** A value of floats of this shape. */
    public static OnnxValue ofFloats(String name, List<Long> extents) {
        OnnxMessage shape = new OnnxMessage(extents.stream()
                .map(extent -> OnnxField.of(SHAPE_DIMENSION, OnnxMessage.of(OnnxField.of(DIMENSION_VALUE, extent))))
                .toList());
        OnnxMessage tensor =
                OnnxMessage.of(OnnxField.of(TENSOR_ELEMENT, OnnxTensor.FLOAT), OnnxField.of(TENSOR_SHAPE, shape));
        return new OnnxValue(OnnxMessage.of(
                OnnxField.of(NAME, name), OnnxField.of(TYPE, OnnxMessage.of(OnnxField.of(TYPE_TENSOR, tensor)))));
    }

    public String name() {
        return message.text(NAME);
    }

    /** Whether it is a tensor of floats. */
    boolean isFloats() {
        return inside(message, TYPE)
                .flatMap(type -> inside(type, TYPE_TENSOR))
                .flatMap(tensor -> tensor.values(TENSOR_ELEMENT).stream())
                .anyMatch(element -> element == OnnxTensor.FLOAT);
    }

    /** The shape of a tensor, if one is declared and none of its extents is free. */
    public Optional<List<Long>> shape() {
        List<OnnxMessage> dimensions = inside(message, TYPE)
                .flatMap(type -> inside(type, TYPE_TENSOR))
                .flatMap(tensor -> inside(tensor, TENSOR_SHAPE))
                .flatMap(shape -> inside(shape, SHAPE_DIMENSION))
                .toList();
        List<Long> fixed = dimensions.stream()
                .flatMap(dimension -> dimension.values(DIMENSION_VALUE).stream())
                .toList();
        return dimensions.isEmpty() || fixed.size() < dimensions.size() ? Optional.empty() : Optional.of(fixed);
    }

    private static Stream<OnnxMessage> inside(OnnxMessage message, int number) {
        return message.messages(number).stream();
    }
}
