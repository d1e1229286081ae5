package io.imageseg.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A network as its file has it: a graph of nodes, the tensors they need, and what goes in and comes out ({@code ModelProto}
 * and {@code GraphProto}).
 *
 * @param header the model without its graph
 */
public record OnnxNetwork(OnnxMessage header, OnnxMessage graph) {
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int VALUE = 13;
    private static final int METADATA = 14;
    private static final int METADATA_KEY = 1;
    private static final int METADATA_VALUE = 2;

    /**
     * Maps a file.
     *
     * @param arena holds the file mapped
     * @throws IllegalArgumentException if it is no network
     */
    public static OnnxNetwork read(Path file, Arena arena) throws IOException {
        return of(OnnxMessage.read(file, arena));
    }

    /** @throws IllegalArgumentException if it is no network */
    public static OnnxNetwork read(byte[] file) {
        return of(OnnxMessage.read(MemorySegment.ofArray(file)));
    }

    /** @throws IllegalArgumentException if it has not one graph */
    static OnnxNetwork of(OnnxMessage model) {
        List<OnnxMessage> graphs = model.messages(GRAPH);
        if (graphs.size() != 1) {
            throw new IllegalArgumentException(
                    "it is not an ONNX network: it has %d graphs, not 1".formatted(graphs.size()));
        }
        return new OnnxNetwork(model.with(GRAPH, List.of()), graphs.getFirst());
    }

    public void write(Path file) throws IOException {
        header.with(OnnxField.of(GRAPH, graph)).write(file);
    }

    /** For each value that a node makes, that node. */
    public Map<String, OnnxNode> makers() {
        Map<String, OnnxNode> makers = new HashMap<>();
        nodes().forEach(node -> node.outputs().forEach(output -> makers.put(output, node)));
        return makers;
    }

    public List<OnnxNode> nodes() {
        return all(NODE, OnnxNode::new);
    }

    public List<OnnxTensor> initializers() {
        return all(INITIALIZER, OnnxTensor::new);
    }

    /** What goes in; initializers that may be replaced are among it. */
    public List<OnnxValue> inputs() {
        return all(INPUT, OnnxValue::new);
    }

    public List<OnnxValue> outputs() {
        return all(OUTPUT, OnnxValue::new);
    }

    public OnnxNetwork withNodes(List<OnnxNode> nodes) {
        return with(NODE, nodes, OnnxNode::message);
    }

    public OnnxNetwork withInitializers(List<OnnxTensor> tensors) {
        return with(INITIALIZER, tensors, OnnxTensor::message);
    }

    public OnnxNetwork withOutputs(List<OnnxValue> outputs) {
        return with(OUTPUT, outputs, OnnxValue::message);
    }

    public OnnxNetwork withValues(List<OnnxValue> values) {
        return with(VALUE, values, OnnxValue::message);
    }

    /** With one more entry of the model's metadata. */
    public OnnxNetwork withMetadata(String key, String value) {
        OnnxField entry = OnnxField.of(
                METADATA, OnnxMessage.of(OnnxField.of(METADATA_KEY, key), OnnxField.of(METADATA_VALUE, value)));
        return new OnnxNetwork(
                new OnnxMessage(Stream.concat(header.fields().stream(), Stream.of(entry))
                        .toList()),
                graph);
    }

    private <T> List<T> all(int number, Function<OnnxMessage, T> as) {
        return graph.messages(number).stream().map(as).toList();
    }

    private <T> OnnxNetwork with(int number, List<T> parts, Function<T, OnnxMessage> message) {
        List<OnnxField> fields = parts.stream()
                .map(part -> OnnxField.of(number, message.apply(part)))
                .toList();
        return new OnnxNetwork(header, graph.with(number, fields));
    }
}
