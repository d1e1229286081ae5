package io.imageseg.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A network on ONNX Runtime. The input, the outputs of fixed shape and what a {@link MemoryPlan} tells of live in
 * buffers that are reused by every run.
 */
public final class OnnxRuntimeNetwork implements Network {
    private static final String CPU = "CPU";

    private final String name;
    private final Lifetime lifetime;
    private final OrtEnvironment environment;
    private final Engine engine;
    private final OrtSession session;
    private final String inputName;
    private final Extents inputShape;
    private final Map<String, Extents> outputShapes = new LinkedHashMap<>();
    private final Set<String> wholeNumbers = new HashSet<>();
    private final Map<String, OnnxRuntimeTensor> pinned = new HashMap<>();
    private final MemoryPlan plan;
    private @Nullable OnnxRuntimeTensor input;
    private @Nullable PlannedMemory between;

    @FunctionalInterface
    private interface Opening {
        OrtSession open(OnnxRuntime runtime) throws OrtException;
    }

    /**
     * Loads a file.
     *
     * @param threads intra-op threads, usually the number of cores
     * @throws ModelException if it is no ONNX network that the runtime loads, or has not one input, or not of floats
     */
    public OnnxRuntimeNetwork(Path file, int threads) {
        this(file.toString(), threads, CPU, runtime -> runtime.load(file));
    }

    /**
     * Loads a file, or what was made of its content before on a machine like this.
     *
     * @param threads intra-op threads, usually the number of cores
     * @param cache the folder where that is kept
     * @throws ModelException if it is no ONNX network that the runtime loads, or has not one input, or not of floats
     */
    public OnnxRuntimeNetwork(Path file, int threads, Path cache) {
        this(file.toString(), threads, CPU, runtime -> runtime.load(file, cache));
    }

    /**
     * Loads a network that comes with the library.
     *
     * @param threads intra-op threads, usually the number of cores
     * @throws ModelException if the runtime does not load it
     */
    public OnnxRuntimeNetwork(BundledNetwork bundled, int threads) {
        this(bundled.name(), threads, CPU, runtime -> runtime.load(bundled.bytes()));
    }

    /**
     * Loads a file to run on the first CUDA device.
     *
     * @param threads of what runs on the CPU all the same
     * @throws ModelException if the runtime was built without CUDA, CUDA or a device is not there, or as above
     */
    static OnnxRuntimeNetwork onCuda(Path file, int threads) {
        return new OnnxRuntimeNetwork(file.toString(), threads, "CUDA", runtime -> runtime.loadOnCuda(file));
    }

    private OnnxRuntimeNetwork(String name, int threads, String device, Opening opening) {
        this.name = name;
        lifetime = new Lifetime("the network " + name);
        OnnxRuntime runtime = OnnxRuntime.open(threads);
        environment = runtime.environment();
        engine = runtime.engine(device);
        try {
            session = DeepStack.run("load-network", () -> opening.open(runtime));
            if (session.getInputNames().size() != 1) {
                throw new IllegalArgumentException("it has %d inputs; exactly one is allowed"
                        .formatted(session.getInputNames().size()));
            }
            inputName = session.getInputNames().iterator().next();
            inputShape = shape(session.getInputInfo().get(inputName), Set.of(OnnxJavaType.FLOAT));
            plan = MemoryPlan.of(session);
            Set<String> planned = plan.values();
            for (String output : session.getOutputNames()) {
                if (planned.contains(output)) {
                    continue;
                }
                NodeInfo node = session.getOutputInfo().get(output);
                outputShapes.put(output, shape(node, OutputValues.TYPES));
                if (!isFloat(node)) {
                    wholeNumbers.add(output);
                }
            }
        } catch (Exception e) {
            throw new ModelException("the network %s cannot be loaded: %s".formatted(name, e.getMessage()), e);
        }
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public List<Long> inputShape() {
        return inputShape.values();
    }

    @Override
    public List<String> outputs() {
        return List.copyOf(outputShapes.keySet());
    }

    @Override
    public FloatBuffer input(long... shape) {
        if (!inputShape.take(shape)) {
            throw new IllegalArgumentException("the network %s takes an input of %s, not of %s"
                    .formatted(name, inputShape(), Arrays.toString(shape)));
        }
        return lifetime.during(() -> {
            OnnxRuntimeTensor current = input;
            if (current == null || !Arrays.equals(current.shape(), shape)) {
                close(current);
                input = null;
                current = pin(shape);
                input = current;
            }
            return current.values().duplicate();
        });
    }

    @Override
    public Map<String, Tensor> run(String... outputs) {
        return lifetime.during(() -> {
            OnnxRuntimeTensor in = input;
            if (in == null) {
                throw new IllegalStateException("the network %s has no input yet".formatted(name));
            }
            return run(in, outputs);
        });
    }

    private Map<String, Tensor> run(OnnxRuntimeTensor in, String... outputs) {
        Map<String, OnnxTensor> inPlace = new HashMap<>(between());
        Set<String> allocated = new HashSet<>();
        Map<String, Tensor> found = new HashMap<>();
        for (String output : outputs) {
            Extents extents = outputShapes.get(output);
            if (extents != null && extents.areFixed() && !wholeNumbers.contains(output)) {
                OnnxRuntimeTensor memory = pinned.computeIfAbsent(output, _ -> pin(extents.toArray()));
                inPlace.put(output, memory.handle());
                found.put(output, memory.read());
            } else {
                allocated.add(output);
            }
        }
        try (OrtSession.Result result = session.run(Map.of(inputName, in.handle()), allocated, inPlace)) {
            for (String output : allocated) {
                found.put(output, OutputValues.copy(result.get(output).orElseThrow()));
            }
            return found;
        } catch (OrtException | RuntimeException e) {
            throw new ModelException("the network %s failed: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Memory for the values between the input and the outputs. */
    private Map<String, OnnxTensor> between() {
        PlannedMemory memory = between;
        if (memory == null) {
            try {
                memory = new PlannedMemory(environment, plan);
            } catch (OrtException e) {
                throw new ModelException("the network %s gets no memory to run".formatted(name), e);
            }
            between = memory;
        }
        return memory.tensors();
    }

    private OnnxRuntimeTensor pin(long... shape) {
        try {
            return OnnxRuntimeTensor.of(environment, shape);
        } catch (OrtException e) {
            throw new ModelException("the network %s cannot take %s".formatted(name, Arrays.toString(shape)), e);
        }
    }

    @Override
    public void close() {
        lifetime.end(() -> {
            close(input);
            pinned.values().forEach(OnnxRuntimeTensor::close);
            PlannedMemory memory = between;
            if (memory != null) {
                memory.close();
            }
            try {
                session.close();
            } catch (OrtException e) {
                throw new ModelException("the network %s cannot be closed".formatted(name), e);
            }
        });
    }

    private static void close(@Nullable OnnxRuntimeTensor memory) {
        if (memory != null) {
            memory.close();
        }
    }

    private static boolean isFloat(@Nullable NodeInfo node) {
        return node != null && node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT;
    }

    private static Extents shape(@Nullable NodeInfo node, Set<OnnxJavaType> allowed) {
        if (node != null && node.getInfo() instanceof TensorInfo tensor && allowed.contains(tensor.type)) {
            return new Extents(Arrays.stream(tensor.getShape()).boxed().toList());
        }
        throw new IllegalArgumentException(
                "its input must be a float tensor and its outputs tensors of floats or of whole numbers");
    }
}
