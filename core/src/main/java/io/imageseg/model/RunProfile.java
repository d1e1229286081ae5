package io.imageseg.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxNode;
import io.imageseg.onnx.OnnxValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * In what order ONNX Runtime ran the nodes of a network, and what they made: an account that it writes for those who look for
 * where time goes. It runs the nodes of the same network in the same order each time.
 *
 * @param steps each node once, in the order in which they ran
 */
record RunProfile(List<Step> steps) {
    private static final Pattern RUN = Pattern.compile("\"name\" *: *\"[^\"]*_kernel_time\"");
    private static final Pattern NODE = Pattern.compile("\"node_index\" *: *\"(\\d+)\"");
    private static final Pattern OPERATOR = Pattern.compile("\"op_name\" *: *\"([^\"]*)\"");
    private static final Pattern MADE = Pattern.compile("\"output_type_shape\" *: *\\[([^}]*}(?:, *\\{[^}]*})*)]");
    private static final Pattern VALUE = Pattern.compile("\\{\"(\\w+)\" *: *\\[([\\d,]*)]}");

    RunProfile {
        steps = List.copyOf(steps);
    }

    /**
     * What a node did.
     *
     * @param floats the shapes of what it made of floats
     */
    record Step(OnnxNode node, Map<String, List<Long>> floats) {
        Step {
            floats = Map.copyOf(floats);
        }
    }

    /**
     * Runs a network once, on zeros; empty if its input is not one of a fixed size.
     *
     * @param file the network as it is loaded; the account is written beside it and removed
     * @param options that do not optimise
     * @throws IllegalArgumentException if the account cannot be understood
     */
    static Optional<RunProfile> of(Path file, OnnxNetwork network, OrtEnvironment environment, SessionOptions options)
            throws OrtException, IOException {
        List<OnnxValue> inputs = network.inputs();
        Optional<Extents> shape = inputs.size() == 1 ? inputs.getFirst().shape().map(Extents::new) : Optional.empty();
        if (shape.filter(Extents::areFixed).isEmpty()) {
            return Optional.empty();
        }
        options.enableProfiling(file + "-run");
        Path account;
        try (OrtSession session = environment.createSession(file.toString(), options);
                OnnxRuntimeTensor zeros =
                        OnnxRuntimeTensor.of(environment, shape.get().toArray())) {
            session.run(Map.of(inputs.getFirst().name(), zeros.handle())).close();
            account = Path.of(session.endProfiling());
        }
        RunProfile profile = read(account, network);
        Files.delete(account);
        return Optional.of(profile);
    }

    /**
     * Reads the account of one run.
     *
     * @param network whose run it was, as it was loaded, without being optimised
     * @throws IllegalArgumentException if it tells of other nodes, or not of each once
     */
    static RunProfile read(Path file, OnnxNetwork network) throws IOException {
        List<OnnxNode> nodes = network.nodes();
        Map<Integer, Step> steps = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.filter(RUN.asPredicate()).toList()) {
                int index = Integer.parseInt(only(NODE, line));
                if (index >= nodes.size() || steps.put(index, step(line, nodes.get(index))) != null) {
                    throw new IllegalArgumentException("node %d ran, which is none or had run".formatted(index));
                }
            }
        }
        if (steps.size() != nodes.size()) {
            throw new IllegalArgumentException("%d of %d nodes ran".formatted(steps.size(), nodes.size()));
        }
        return new RunProfile(List.copyOf(steps.values()));
    }

    private static Step step(String line, OnnxNode node) {
        if (!node.operator().equals(only(OPERATOR, line))) {
            throw new IllegalArgumentException("another node ran than " + node.operator());
        }
        List<MatchResult> made = VALUE.matcher(only(MADE, line)).results().toList();
        List<String> outputs =
                node.outputs().stream().filter(output -> !output.isEmpty()).toList();
        if (made.size() != outputs.size()) {
            throw new IllegalArgumentException(
                    "%s made %d values, not %d".formatted(node.operator(), made.size(), outputs.size()));
        }
        Map<String, List<Long>> floats = new HashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            if (made.get(i).group(1).equals("float")) {
                floats.put(outputs.get(i), extents(made.get(i).group(2)));
            }
        }
        return new Step(node, floats);
    }

    private static List<Long> extents(String list) {
        return Arrays.stream(list.split(","))
                .filter(extent -> !extent.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    private static String only(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            throw new IllegalArgumentException("a node's run is told without its " + pattern);
        }
        return matcher.group(1);
    }
}
