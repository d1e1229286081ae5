package io.imageseg.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import io.imageseg.model.ModelException;
import io.imageseg.model.Network;
import io.imageseg.model.OnnxRuntimeNetwork;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of 16-bit floats, {@code y = x + 1.5} and {@code unused = x + x}, written field by field. */
class OnnxConversionTest {
    @TempDir
    Path folder;

    @Test
    void theConvertedNetworkComputesTheSame() throws Exception {
        Path file = folder.resolve("network.onnx");
        OnnxConversion.widenAndPrune(model(), List.of("y")).write(file);
        try (Network network = new OnnxRuntimeNetwork(file, 1)) {
            network.input(2).put(0, 2).put(1, -1000.0625f);
            FloatBuffer output = output(network);
            assertThat(output.get(0)).isEqualTo(3.5f);
            assertThat(output.get(1)).as("more exact than 16 bits").isEqualTo(-998.5625f);
            network.input(2).put(0, 10);
            assertThat(output(network).get(0)).as("buffers are used again").isEqualTo(11.5f);
        }
    }

    @Test
    void whatTheOutputDoesNotNeedIsGone() throws Exception {
        Path file = folder.resolve("network.onnx");
        OnnxConversion.widenAndPrune(model(), List.of("y")).write(file);
        assertThat(ByteString.copyFrom(Files.readAllBytes(file)).toStringUtf8()).doesNotContain("unused");
        assertThat(ByteString.copyFrom(model()).toStringUtf8()).contains("unused");
    }

    @Test
    void refusesAnOutputThatIsNotThere() {
        assertThatThrownBy(() -> OnnxConversion.widenAndPrune(model(), List.of("y", "z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not all outputs of [y, z]");
    }

    @Test
    void refusesToLoadWhatIsNoNetwork() throws Exception {
        Path file = folder.resolve("broken.onnx");
        Files.writeString(file, "no network");
        assertThatThrownBy(() -> new OnnxRuntimeNetwork(file, 1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("broken.onnx");
    }

    private static FloatBuffer output(Network network) {
        return Objects.requireNonNull(network.run("y").get("y")).values();
    }

    private static byte[] model() {
        ByteBuffer half = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
        half.putShort(Float.floatToFloat16(1.5f)).flip();
        UnknownFieldSet weight =
                message(number(1, 1), number(2, 10), text(8, "w"), bytes(9, ByteString.copyFrom(half)));
        // The nodes stand in no order, as converters that add casts leave them.
        UnknownFieldSet graph = message(
                bytes(1, cast("sum", "y", 1)),
                bytes(1, node("Add", "x16", "w", "sum").build()),
                bytes(1, node("Add", "x", "x", "unused").build()),
                bytes(1, cast("x", "x16", 10)),
                text(2, "graph"),
                bytes(5, weight),
                bytes(11, value("x")),
                bytes(12, value("y")),
                bytes(12, value("unused")));
        UnknownFieldSet opset = message(number(2, 15));
        return message(number(1, 8), bytes(7, graph), bytes(8, opset)).toByteArray();
    }

    private static UnknownFieldSet.Builder node(String type, String first, String second, String output) {
        return message(text(1, first), text(1, second), text(2, output), text(4, type)).toBuilder();
    }

    private static UnknownFieldSet cast(String input, String output, int to) {
        UnknownFieldSet attribute = message(text(1, "to"), number(3, to), number(20, 2));
        return message(text(1, input), text(2, output), text(4, "Cast"), bytes(5, attribute));
    }

    private static UnknownFieldSet value(String name) {
        UnknownFieldSet shape = message(bytes(1, message(number(1, 2))));
        UnknownFieldSet tensor = message(number(1, 1), bytes(2, shape));
        return message(text(1, name), bytes(2, message(bytes(1, tensor))));
    }

    private static UnknownFieldSet message(UnknownFieldSet... parts) {
        UnknownFieldSet.Builder builder = UnknownFieldSet.newBuilder();
        for (UnknownFieldSet part : parts) {
            builder.mergeFrom(part);
        }
        return builder.build();
    }

    private static UnknownFieldSet number(int field, long value) {
        return one(field, Field.newBuilder().addVarint(value).build());
    }

    private static UnknownFieldSet text(int field, String value) {
        return bytes(field, ByteString.copyFromUtf8(value));
    }

    private static UnknownFieldSet bytes(int field, UnknownFieldSet value) {
        return bytes(field, value.toByteString());
    }

    private static UnknownFieldSet bytes(int field, ByteString value) {
        return one(field, Field.newBuilder().addLengthDelimited(value).build());
    }

    private static UnknownFieldSet one(int field, Field value) {
        return UnknownFieldSet.newBuilder().addField(field, value).build();
    }
}
