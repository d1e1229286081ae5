package io.imageseg.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What networks on ONNX Runtime have in common that run at the same time over the same weights. Safe for several threads.
 *
 * @param outputs the outputs, but for values that the plan names, in the file's order
 * @param wholeNumbers those of the outputs that are not floats
 * @param plan where values between lie
 * @param users how many networks are not closed
 */
record OnnxRuntimeModel(
        String name,
        OrtEnvironment environment,
        Engine engine,
        Sessions sessions,
        String input,
        Extents inputShape,
        Map<String, Extents> outputs,
        Set<String> wholeNumbers,
        MemoryPlan plan,
        AtomicInteger users) {

    /** Opens a network. */
    @FunctionalInterface
    interface Opening {
        Sessions open(OnnxRuntime runtime) throws OrtException;
    }

    /** @throws ModelException if it cannot be opened, or has not one input, or not of floats */
    static OnnxRuntimeModel open(String name, int threads, String device, Opening opening) {
        OnnxRuntime runtime = OnnxRuntime.open(threads);
        try {
            Sessions sessions = DeepStack.run("load-network", () -> opening.open(runtime));
            try {
                return of(name, runtime, device, sessions);
            } catch (OrtException | IllegalArgumentException e) {
                sessions.close();
                throw e;
            }
        } catch (Exception e) {
            throw new ModelException("the network %s cannot be loaded: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static OnnxRuntimeModel of(String name, OnnxRuntime runtime, String device, Sessions sessions)
            throws OrtException {
        OrtSession session = sessions.wide();
        if (session.getInputNames().size() != 1) {
            throw new IllegalArgumentException("it has %d inputs; exactly one is allowed"
                    .formatted(session.getInputNames().size()));
        }
        String input = session.getInputNames().iterator().next();
        MemoryPlan plan = MemoryPlan.of(session);
        Set<String> planned = plan.values();
        Map<String, Extents> outputs = new LinkedHashMap<>();
        Set<String> wholeNumbers = new HashSet<>();
        for (Map.Entry<String, NodeInfo> output : session.getOutputInfo().entrySet()) {
            if (!planned.contains(output.getKey())) {
                outputs.put(output.getKey(), shape(output.getValue(), OutputValues.TYPES));
                if (!isFloat(output.getValue())) {
                    wholeNumbers.add(output.getKey());
                }
            }
        }
        Extents inputShape = shape(session.getInputInfo().get(input), Set.of(OnnxJavaType.FLOAT));
        return new OnnxRuntimeModel(
                name,
                runtime.environment(),
                runtime.engine(device),
                sessions,
                input,
                inputShape,
                outputs,
                wholeNumbers,
                plan,
                new AtomicInteger(1));
    }

    /** The shapes of the outputs that each run puts into the same place: those of floats whose shape is known before. */
    Map<String, Extents> pinned() {
        Map<String, Extents> pinned = new HashMap<>(outputs);
        pinned.keySet().removeAll(wholeNumbers);
        pinned.values().removeIf(extents -> !extents.areFixed());
        return pinned;
    }

    /** Whether several runs at a time take little more memory than one, and get on. */
    boolean isShareable() {
        return sessions.areSmall() || sessions.canBeNarrow() && !plan.equals(MemoryPlan.NONE);
    }

    /**
     * Runs it.
     *
     * @param alone whether no other run is to share the cores
     * @param allocated the outputs wanted that the runtime finds memory for
     * @param given memory for all others, and for values between
     */
    OrtSession.Result run(boolean alone, OnnxTensor in, Set<String> allocated, Map<String, OnnxTensor> given)
            throws Exception {
        OrtSession session = alone ? sessions.wide() : sessions.narrow();
        return NativeRuns.run(() -> run(session, Map.of(input, in), allocated, given));
    }

    private OrtSession.Result run(
            OrtSession session, Map<String, OnnxTensor> in, Set<String> allocated, Map<String, OnnxTensor> given)
            throws OrtException {
        try (RunOptions options = new RunOptions()) {
            if (sessions.areSmall()) {
                // Of inputs of any size, and of runs at the same time, the runtime would keep what the largest took.
                options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
            }
            return session.run(in, allocated, given, options);
        }
    }

    /** One more network uses it. */
    OnnxRuntimeModel shared() {
        users.incrementAndGet();
        return this;
    }

    /** One network less uses it; the last closes it. */
    void release() {
        if (users.decrementAndGet() == 0) {
            try {
                sessions.close();
            } catch (Exception e) {
                throw new ModelException("the network %s cannot be closed".formatted(name), e);
            }
        }
    }

    private static boolean isFloat(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT;
    }

    private static Extents shape(@Nullable NodeInfo node, Set<OnnxJavaType> allowed) {
        if (node != null && node.getInfo() instanceof TensorInfo tensor && allowed.contains(tensor.type)) {
            return new Extents(Arrays.stream(tensor.getShape()).boxed().toList());
        }
        throw new IllegalArgumentException(
                "its input must be a float tensor and its outputs tensors of floats or of whole numbers");
    }
}
