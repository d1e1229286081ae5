package io.imageseg.cli.setup;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Rewrites an ONNX file of 16-bit floats for CPUs, which compute in 32 bits: weights and casts are widened, which
 * changes no value, and what the chosen outputs do not need is removed. Works on the wire format by the field numbers
 * of onnx.proto3 (ONNX IR version 8), so that everything else stays as it is.
 */
public final class OnnxConversion {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_OUTPUT = 12;
    private static final int GRAPH_VALUE_INFO = 13;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OP_TYPE = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_INT = 3;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_INT32_DATA = 5;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;
    private static final int VALUE_NAME = 1;
    private static final long FLOAT = 1;
    private static final long FLOAT16 = 10;

    private OnnxConversion() {}

    /**
     * The same network with 32-bit weights and only the outputs named.
     *
     * @throws IllegalArgumentException if {@code model} is no ONNX file, lacks an output, or keeps 16-bit values
     *     elsewhere than in raw data
     */
    public static byte[] widenAndPrune(byte[] model, List<String> outputs) {
        try {
            UnknownFieldSet parsed = UnknownFieldSet.parseFrom(model);
            return map(parsed, MODEL_GRAPH, graph -> widen(prune(graph, outputs)))
                    .toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the file is not an ONNX network", e);
        }
    }

    private static UnknownFieldSet prune(UnknownFieldSet graph, List<String> outputs) {
        List<UnknownFieldSet> kept = messages(graph, GRAPH_OUTPUT).stream()
                .filter(value -> outputs.contains(text(value, VALUE_NAME)))
                .toList();
        if (kept.size() < outputs.size()) {
            throw new IllegalArgumentException("the network has not all outputs of " + outputs);
        }
        Set<String> needed = needed(messages(graph, GRAPH_NODE), outputs);
        List<UnknownFieldSet> nodes = messages(graph, GRAPH_NODE).stream()
                .filter(node -> texts(node, NODE_OUTPUT).stream().anyMatch(needed::contains))
                .toList();
        List<UnknownFieldSet> initializers = messages(graph, GRAPH_INITIALIZER).stream()
                .filter(tensor -> needed.contains(text(tensor, TENSOR_NAME)))
                .toList();
        return graph.toBuilder()
                .clearField(GRAPH_VALUE_INFO)
                .addField(GRAPH_NODE, field(nodes))
                .addField(GRAPH_INITIALIZER, field(initializers))
                .addField(GRAPH_OUTPUT, field(kept))
                .build();
    }

    /** The names of all values that lead to the outputs; nodes may stand in any order. */
    private static Set<String> needed(List<UnknownFieldSet> nodes, List<String> outputs) {
        Map<String, UnknownFieldSet> producers = new HashMap<>();
        nodes.forEach(node -> texts(node, NODE_OUTPUT).forEach(name -> producers.put(name, node)));
        Set<String> needed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            String name = open.pop();
            UnknownFieldSet producer = producers.get(name);
            if (needed.add(name) && producer != null) {
                open.addAll(texts(producer, NODE_INPUT));
            }
        }
        return needed;
    }

    private static UnknownFieldSet widen(UnknownFieldSet graph) {
        return map(map(graph, GRAPH_INITIALIZER, OnnxConversion::widenTensor), GRAPH_NODE, OnnxConversion::widenNode);
    }

    private static UnknownFieldSet widenNode(UnknownFieldSet node) {
        boolean cast = text(node, NODE_OP_TYPE).equals("Cast");
        return map(node, NODE_ATTRIBUTE, attribute -> {
            if (cast
                    && text(attribute, ATTRIBUTE_NAME).equals("to")
                    && attribute.getField(ATTRIBUTE_INT).getVarintList().contains(FLOAT16)) {
                return varint(attribute, ATTRIBUTE_INT, FLOAT);
            }
            return map(attribute, ATTRIBUTE_TENSOR, OnnxConversion::widenTensor);
        });
    }

    private static UnknownFieldSet widenTensor(UnknownFieldSet tensor) {
        if (!tensor.getField(TENSOR_TYPE).getVarintList().contains(FLOAT16)) {
            return tensor;
        }
        if (tensor.hasField(TENSOR_INT32_DATA)) {
            throw new IllegalArgumentException("16-bit values of %s are not raw data".formatted(text(tensor, 8)));
        }
        ByteBuffer half = tensor.getField(TENSOR_RAW)
                .getLengthDelimitedList()
                .getFirst()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer full = ByteBuffer.allocate(half.remaining() * 2).order(ByteOrder.LITTLE_ENDIAN);
        while (half.hasRemaining()) {
            full.putFloat(Float.float16ToFloat(half.getShort()));
        }
        ByteString raw = ByteString.copyFrom(full.flip());
        return varint(tensor, TENSOR_TYPE, FLOAT).toBuilder()
                .addField(TENSOR_RAW, Field.newBuilder().addLengthDelimited(raw).build())
                .build();
    }

    private static UnknownFieldSet varint(UnknownFieldSet message, int number, long value) {
        return message.toBuilder()
                .addField(number, Field.newBuilder().addVarint(value).build())
                .build();
    }

    private static UnknownFieldSet map(UnknownFieldSet message, int number, UnaryOperator<UnknownFieldSet> change) {
        if (!message.hasField(number)) {
            return message;
        }
        List<UnknownFieldSet> changed =
                messages(message, number).stream().map(change).toList();
        return message.toBuilder().addField(number, field(changed)).build();
    }

    private static Field field(List<UnknownFieldSet> messages) {
        Field.Builder field = Field.newBuilder();
        messages.forEach(message -> field.addLengthDelimited(message.toByteString()));
        return field.build();
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet message, int number) {
        List<UnknownFieldSet> messages = new ArrayList<>();
        try {
            for (ByteString bytes : message.getField(number).getLengthDelimitedList()) {
                messages.add(UnknownFieldSet.parseFrom(bytes));
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the file is not an ONNX network", e);
        }
        return messages;
    }

    private static List<String> texts(UnknownFieldSet message, int number) {
        return message.getField(number).getLengthDelimitedList().stream()
                .map(ByteString::toStringUtf8)
                .toList();
    }

    private static String text(UnknownFieldSet message, int number) {
        return String.join("", texts(message, number));
    }
}
