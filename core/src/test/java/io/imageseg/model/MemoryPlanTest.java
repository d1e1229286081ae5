package io.imageseg.model;

import static io.imageseg.model.TestGraph.BYTES;
import static io.imageseg.model.TestGraph.SHAPE;
import static io.imageseg.model.TestGraph.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.imageseg.onnx.OnnxMessage;
import io.imageseg.onnx.OnnxNetwork;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans as networks carry them, and runs by them. */
class MemoryPlanTest {
    private static final OnnxNetwork NETWORK = TestGraph.of(
            List.of("scores"),
            node("Relu", "a", "rgb"),
            node("Mul", "b", "a", "rgb"),
            node("Add", "c", "a", "b"),
            node("Sigmoid", "d", "c"),
            node("Mul", "scores", "d", "b"));

    @TempDir
    Path folder;

    @Test
    void isReadAsItWasWritten() throws IOException, OrtException {
        MemoryPlan plan =
                new MemoryPlan(List.of(new MemoryPlan.Place("b", 0, SHAPE), new MemoryPlan.Place("d", BYTES, SHAPE)));
        try (OrtSession session = open(plan.in(NETWORK))) {
            assertThat(MemoryPlan.of(session)).isEqualTo(plan).returns(2 * BYTES, MemoryPlan::bytes);
            assertThat(session.getOutputNames()).containsExactly("scores", "b", "d");
        }
    }

    @Test
    void isNoneWhereNoneIsWritten() throws IOException, OrtException {
        try (OrtSession session = open(NETWORK)) {
            assertThat(MemoryPlan.of(session)).isEqualTo(MemoryPlan.NONE);
        }
    }

    @Test
    void isRefusedWhereItIsNone() throws IOException, OrtException {
        Path file = folder.resolve("other.onnx");
        NETWORK.withMetadata("imageseg.memory", "12").write(file);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            assertThatThrownBy(() -> MemoryPlan.of(session))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("12");
        }
        assertThatThrownBy(() -> new OnnxRuntimeNetwork(file, 1)).isInstanceOf(ModelException.class);
    }

    @Test
    void theProfileOfARunTellsWhatEachNodeMade() throws IOException, OrtException {
        RunProfile profile = profile(NETWORK);
        assertThat(profile.steps())
                .extracting(RunProfile.Step::floats)
                .containsExactlyElementsOf(Stream.of("a", "b", "c", "d", "scores")
                        .map(value -> Map.of(value, SHAPE))
                        .toList());
        assertThat(files()).containsExactly("network.onnx");
    }

    @Test
    void theProfileOfAnotherNetworkIsRefused() throws IOException {
        Path account = folder.resolve("account");
        String run = "{\"name\" :\"x_kernel_time\",\"args\" : {\"node_index\" : \"%d\",\"op_name\" : \"%s\","
                + "\"output_type_shape\" : [{\"float\":[1,3,128,128]}]}},%n";
        for (String lines : List.of(
                run.formatted(0, "Relu"),
                run.formatted(0, "Relu") + run.formatted(0, "Relu"),
                run.formatted(0, "Mul"),
                run.formatted(5, "Relu"),
                "{\"name\" :\"x_kernel_time\"}")) {
            Files.writeString(account, lines);
            assertThatThrownBy(() -> RunProfile.read(account, NETWORK)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void runsInPlannedMemoryComputeTheSame() throws IOException, OrtException {
        MemoryPlan plan = MemoryPlanner.plan(NETWORK, profile(NETWORK));
        assertThat(plan.values()).isEqualTo(Set.of("a", "b", "c", "d"));
        assertThat(plan.bytes()).isEqualTo(3 * BYTES);
        assertSame(plan.in(NETWORK), NETWORK, folder, "scores");
    }

    @Test
    void theSalientNetworkComputesTheSame() throws IOException {
        Path isnet = Path.of(System.getProperty("imageseg.models", ""), NetworkFile.ISNET.file());
        assumeTrue(Files.exists(isnet), "needs ISNet");
        assumeTrue(Processor.features().isPresent(), "nothing is kept where the processor is not known");
        new OnnxRuntimeNetwork(isnet, 2, folder).close();
        Path kept;
        try (Stream<Path> all = Files.walk(folder)) {
            kept = all.filter(file -> file.endsWith("network.onnx")).findFirst().orElseThrow();
        }
        OnnxNetwork planned = OnnxNetwork.read(Files.readAllBytes(kept));
        assertThat(planned.outputs()).hasSizeGreaterThan(200);
        OnnxMessage header = new OnnxMessage(planned.header().fields().stream()
                .filter(field -> field.number() != 14)
                .toList());
        OnnxNetwork plain = new OnnxNetwork(header, planned.graph())
                .withOutputs(planned.outputs().subList(0, 4));
        assertSame(
                planned,
                plain,
                Objects.requireNonNull(kept.getParent()),
                "output",
                "input.948",
                "input.832",
                "input.740");
    }

    /** Fails unless both make the same, bit for bit, of two pictures of noise. */
    private static void assertSame(OnnxNetwork planned, OnnxNetwork plain, Path beside, String... outputs)
            throws IOException {
        Path first = beside.resolve("planned.onnx");
        Path second = beside.resolve("plain.onnx");
        planned.write(first);
        plain.write(second);
        try (Network one = new OnnxRuntimeNetwork(first, 2);
                Network other = new OnnxRuntimeNetwork(second, 2)) {
            assertThat(one.outputs()).containsExactly(outputs).isEqualTo(other.outputs());
            for (int seed = 1; seed < 3; seed++) {
                fill(one, seed);
                fill(other, seed);
                Map<String, Tensor> found = one.run(outputs);
                other.run(outputs)
                        .forEach((output, tensor) ->
                                assertThat(found.get(output)).as(output).returns(tensor.values(), Tensor::values));
            }
        }
    }

    private static void fill(Network network, int seed) {
        Random random = new Random(seed);
        long[] shape = network.inputShape().stream().mapToLong(Long::longValue).toArray();
        FloatBuffer input = network.input(shape);
        while (input.hasRemaining()) {
            input.put(random.nextFloat() - .5f);
        }
    }

    private OrtSession open(OnnxNetwork network) throws IOException, OrtException {
        Path file = folder.resolve("network.onnx");
        network.write(file);
        return OrtEnvironment.getEnvironment().createSession(file.toString());
    }

    private RunProfile profile(OnnxNetwork network) throws IOException, OrtException {
        Path file = folder.resolve("network.onnx");
        network.write(file);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            return RunProfile.of(file, network, OrtEnvironment.getEnvironment(), options)
                    .orElseThrow();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
