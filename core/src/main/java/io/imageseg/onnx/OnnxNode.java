package io.imageseg.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A node of a graph: an operator, the values it reads and those it makes ({@code NodeProto}). */
public record OnnxNode(OnnxMessage message) {
    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int NAME = 3;
    private static final int OPERATOR = 4;
    private static final int ATTRIBUTE = 5;
    private static final int DOMAIN = 7;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_INTEGER = 3;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int ATTRIBUTE_GRAPH = 6;
    private static final int ATTRIBUTE_INTEGERS = 8;
    private static final int ATTRIBUTE_GRAPHS = 11;

    /** One of ONNX's own operators, without attributes. */
    public static OnnxNode of(String operator, List<String> inputs, String output) {
        List<OnnxField> fields = new ArrayList<>();
        inputs.forEach(input -> fields.add(OnnxField.of(INPUT, input)));
        fields.add(OnnxField.of(OUTPUT, output));
        fields.add(OnnxField.of(NAME, output + "/" + operator));
        fields.add(OnnxField.of(OPERATOR, operator));
        return new OnnxNode(new OnnxMessage(fields));
    }

    /** An empty name stands for an input that is left out. */
    public List<String> inputs() {
        return message.texts(INPUT);
    }

    public List<String> outputs() {
        return message.texts(OUTPUT);
    }

    public String operator() {
        return message.text(OPERATOR);
    }

    /** Whether it is this one of ONNX's own operators. */
    boolean isOf(String operator) {
        return operator().equals(operator) && domain().isEmpty();
    }

    /** Empty for ONNX's own operators. */
    public String domain() {
        return message.text(DOMAIN);
    }

    /** Whether graphs are among its attributes, whose nodes may read any value of the graph around them. */
    public boolean holdsGraph() {
        return message.messages(ATTRIBUTE).stream()
                .flatMap(one -> one.fields().stream())
                .anyMatch(field -> field.number() == ATTRIBUTE_GRAPH || field.number() == ATTRIBUTE_GRAPHS);
    }

    /** The value of a whole attribute, if the node has it. */
    public OptionalLong integer(String attribute) {
        return values(attribute, ATTRIBUTE_INTEGER).mapToLong(Long::longValue).findFirst();
    }

    /** The values of an attribute that is a list of whole numbers; none if the node does not have it. */
    public List<Long> integers(String attribute) {
        return values(attribute, ATTRIBUTE_INTEGERS).toList();
    }

    private Stream<Long> values(String attribute, int kind) {
        return message.messages(ATTRIBUTE).stream()
                .filter(one -> one.text(ATTRIBUTE_NAME).equals(attribute))
                .flatMap(one -> one.values(kind).stream());
    }

    /** The same operator with the same attributes on others. */
    public OnnxNode with(List<String> inputs, String output) {
        return new OnnxNode(message.with(INPUT, texts(INPUT, inputs))
                .with(OnnxField.of(OUTPUT, output))
                .with(OnnxField.of(NAME, output + "/" + operator())));
    }

    /** With other names for the values that it reads and makes. */
    OnnxNode renamed(UnaryOperator<String> name) {
        return new OnnxNode(
                message.with(INPUT, texts(INPUT, inputs().stream().map(name).toList()))
                        .with(OUTPUT, texts(OUTPUT, outputs().stream().map(name).toList())));
    }

    public OnnxNode withInteger(String attribute, long value) {
        return new OnnxNode(message.map(
                ATTRIBUTE,
                one -> one.text(ATTRIBUTE_NAME).equals(attribute)
                        ? one.with(OnnxField.of(ATTRIBUTE_INTEGER, value))
                        : one));
    }

    /** With the tensors among its attributes changed. */
    public OnnxNode withTensors(UnaryOperator<OnnxTensor> change) {
        return new OnnxNode(message.map(
                ATTRIBUTE,
                one -> one.map(
                        ATTRIBUTE_TENSOR,
                        tensor -> change.apply(new OnnxTensor(tensor)).message())));
    }

    private static List<OnnxField> texts(int number, List<String> texts) {
        return texts.stream().map(text -> OnnxField.of(number, text)).toList();
    }
}
