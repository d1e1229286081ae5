package io.imageseg.model;

import static io.imageseg.model.TestGraph.BYTES;
import static io.imageseg.model.TestGraph.SHAPE;
import static io.imageseg.model.TestGraph.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.model.RunProfile.Step;
import io.imageseg.onnx.OnnxField;
import io.imageseg.onnx.OnnxMessage;
import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryPlannerTest {
    private static final long CELL = 64;

    @Test
    void valuesThatAreNeverNeededTogetherShareAPlace() {
        MemoryPlan plan = plan(
                node("Relu", "a", "rgb"), node("Relu", "b", "a"), node("Relu", "c", "b"), node("Relu", "scores", "c"));
        assertThat(offsets(plan)).isEqualTo(Map.of("a", 0L, "b", BYTES, "c", 0L));
        assertThat(plan.bytes()).isEqualTo(2 * BYTES);
    }

    @Test
    void valuesThatAreReadLateKeepTheirPlace() {
        MemoryPlan plan = plan(
                node("Relu", "a", "rgb"),
                node("Relu", "b", "a"),
                node("Relu", "c", "b"),
                node("Mul", "d", "c", "a"),
                node("Relu", "scores", "d"));
        assertThat(offsets(plan)).isEqualTo(Map.of("a", 0L, "b", BYTES, "c", 2 * BYTES, "d", BYTES));
    }

    @Test
    void theOrderOfTheRunDecidesNotThatOfTheFile() {
        OnnxNode a = node("Relu", "a", "rgb");
        OnnxNode early = node("Relu", "early", "a");
        OnnxNode b = node("Relu", "b", "rgb");
        OnnxNode end = node("Mul", "scores", "early", "b");
        OnnxNetwork network = TestGraph.of(List.of("scores"), a, early, b, end);
        assertThat(MemoryPlanner.plan(network, run(a, early, b, end)).bytes()).isEqualTo(2 * BYTES);
        assertThat(MemoryPlanner.plan(network, run(b, a, early, end)).bytes()).isEqualTo(3 * BYTES);
    }

    @Test
    void aSumIsWrittenOverAnOperandThatNobodyReadsLater() {
        MemoryPlan plan = plan(
                node("Relu", "a", "rgb"),
                node("Relu", "b", "a"),
                node("Add", "sum", "a", "b"),
                node("Mul", "scores", "a", "sum"));
        assertThat(offsets(plan)).isEqualTo(Map.of("a", 0L, "b", BYTES, "sum", BYTES));
    }

    @Test
    void aSumIsWrittenElsewhereWhereBothAreReadLater() {
        MemoryPlan plan = plan(
                node("Relu", "a", "rgb"),
                node("Relu", "b", "a"),
                node("Add", "sum", "a", "b"),
                node("Mul", "c", "a", "sum"),
                node("Mul", "scores", "b", "c"));
        assertThat(offsets(plan).get("sum")).isEqualTo(2 * BYTES);
    }

    @Test
    void aConvolutionIsWrittenOverWhatItIsAddedTo() {
        OnnxNode convolution = new OnnxNode(
                node("Conv", "c", "b", "w", "", "a").message().with(OnnxField.of(7, "com.microsoft.nchwc")));
        MemoryPlan plan =
                plan(node("Relu", "a", "rgb"), node("Relu", "b", "rgb"), convolution, node("Relu", "scores", "c"));
        assertThat(offsets(plan)).isEqualTo(Map.of("a", 0L, "b", BYTES, "c", 0L));
    }

    @Test
    void outputsAndSmallValuesAreLeftOut() {
        OnnxNode a = node("Relu", "scores", "rgb");
        OnnxNode b = node("GlobalMaxPool", "small", "scores");
        OnnxNode c = node("Mul", "other", "scores", "small");
        OnnxNetwork network = TestGraph.of(List.of("scores", "other"), a, b, c);
        RunProfile profile = new RunProfile(List.of(
                new Step(a, Map.of("scores", SHAPE)),
                new Step(b, Map.of("small", List.of(1L, 3L, 1L, 1L))),
                new Step(c, Map.of("other", SHAPE))));
        assertThat(MemoryPlanner.plan(network, profile)).isEqualTo(MemoryPlan.NONE);
    }

    @Test
    void nothingIsPlannedWhereNodesHoldGraphsWhoseReadersAreNotSeen() {
        OnnxMessage branch = OnnxMessage.of(OnnxField.of(1, "then_branch"), OnnxField.of(6, OnnxMessage.of()));
        OnnxNode choice = new OnnxNode(node("If", "b", "a").message().with(OnnxField.of(5, branch)));
        assertThat(plan(node("Relu", "a", "rgb"), choice, node("Relu", "scores", "b")))
                .isEqualTo(MemoryPlan.NONE);
    }

    /** Each node finds what it reads as it was written, to the end of its work. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noValueIsWrittenOverBeforeItIsRead(long seed) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        List<String> values = new ArrayList<>(List.of("rgb"));
        for (int i = 0; i < 60; i++) {
            String operator = random.nextInt(3) == 0 ? "Add" : "Mul";
            String value = i == 59 ? "scores" : "v" + i;
            OnnxNode node = node(operator, value, oneOf(values, random), oneOf(values, random));
            steps.add(new Step(node, Map.of(value, List.of(1L, 3L, 128L, 64L << random.nextInt(3)))));
            values.add(value);
        }
        OnnxNetwork network =
                TestGraph.of(List.of("scores"), steps.stream().map(Step::node).toArray(OnnxNode[]::new));
        MemoryPlan plan = MemoryPlanner.plan(network, new RunProfile(steps));
        assertThat(plan.places()).hasSize(59);
        Map<String, MemoryPlan.Place> places = new HashMap<>();
        plan.places().forEach(place -> places.put(place.value(), place));
        String[] cells = new String[cell(plan.bytes())];
        for (Step step : steps) {
            for (String input : step.node().inputs()) {
                assertThat(cells(places, cells, input)).as("%s is there", input).allMatch(input::equals);
            }
            String written = step.node().outputs().getFirst();
            MemoryPlan.Place place = places.get(written);
            if (place != null) {
                Arrays.fill(cells, cell(place.offset()), cell(place.end()), written);
            }
            if (step.node().operator().equals("Mul")) {
                for (String input : step.node().inputs()) {
                    assertThat(cells(places, cells, input))
                            .as("%s stays", input)
                            .allMatch(input::equals);
                }
            }
        }
    }

    /** One of the last few, mostly: so that values are needed for a while and not for ever. */
    private static String oneOf(List<String> values, Random random) {
        return values.get(Math.max(0, values.size() - 1 - random.nextInt(random.nextInt(8) == 0 ? 30 : 4)));
    }

    private static Stream<String> cells(Map<String, MemoryPlan.Place> places, String[] cells, String value) {
        MemoryPlan.Place place = places.get(value);
        return place == null ? Stream.empty() : Arrays.stream(cells, cell(place.offset()), cell(place.end()));
    }

    private static int cell(long offset) {
        return Math.toIntExact(offset / CELL);
    }

    private static MemoryPlan plan(OnnxNode... nodes) {
        return MemoryPlanner.plan(TestGraph.of(List.of("scores"), nodes), run(nodes));
    }

    private static RunProfile run(OnnxNode... nodes) {
        return new RunProfile(Arrays.stream(nodes)
                .map(node -> new Step(node, Map.of(node.outputs().getFirst(), SHAPE)))
                .toList());
    }

    private static Map<String, Long> offsets(MemoryPlan plan) {
        Map<String, Long> offsets = new HashMap<>();
        plan.places().forEach(place -> offsets.put(place.value(), place.offset()));
        return offsets;
    }
}
