package io.imageseg.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 * A network on ONNX Runtime's CPU provider. The input and the outputs of fixed shape live in buffers that are reused by
 * every run. The memory pattern is off: on one network of 1024×1024 it costs memory and no time is gained. Threads do
 * not spin after a run: several networks share the cores, one after the other.
 */
public final class OnnxRuntimeNetwork implements Network {
    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String inputName;
    private final List<Long> inputShape;
    private final Map<String, List<Long>> outputShapes = new LinkedHashMap<>();
    private final Set<String> wholeNumbers = new HashSet<>();
    private final Map<String, Pinned> pinned = new HashMap<>();
    private @Nullable Pinned input;

    /** Memory that the runtime reads or writes in place. */
    private record Pinned(long[] shape, FloatBuffer values, OnnxTensor tensor) {}

    @FunctionalInterface
    private interface Opening {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    /**
     * Loads a file.
     *
     * @param threads intra-op threads, usually the number of cores
     * @throws ModelException if it is no ONNX network that the runtime loads, or has not one input, or not of floats
     */
    public OnnxRuntimeNetwork(Path file, int threads) {
        this(file.toString(), threads, (environment, options) -> environment.createSession(file.toString(), options));
    }

    /**
     * Loads a network that comes with the library.
     *
     * @param threads intra-op threads, usually the number of cores
     * @throws ModelException if the runtime does not load it
     */
    public OnnxRuntimeNetwork(BundledNetwork bundled, int threads) {
        this(bundled.name(), threads, (environment, options) -> environment.createSession(bundled.bytes(), options));
    }

    private OnnxRuntimeNetwork(String name, int threads, Opening opening) {
        this.name = name;
        environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(false);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = DeepStack.run("load-network", () -> opening.open(environment, options));
            if (session.getInputNames().size() != 1) {
                throw new IllegalArgumentException("it has %d inputs; exactly one is allowed"
                        .formatted(session.getInputNames().size()));
            }
            inputName = session.getInputNames().iterator().next();
            inputShape = shape(session.getInputInfo().get(inputName), Set.of(OnnxJavaType.FLOAT));
            for (String output : session.getOutputNames()) {
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

    private static OrtEnvironment environment() {
        try {
            return DeepStack.run("open-onnxruntime", OrtEnvironment::getEnvironment);
        } catch (Exception e) {
            throw new ModelException("ONNX Runtime cannot be opened: %s".formatted(e.getMessage()), e);
        }
    }

    @Override
    public List<Long> inputShape() {
        return inputShape;
    }

    @Override
    public List<String> outputs() {
        return List.copyOf(outputShapes.keySet());
    }

    @Override
    public FloatBuffer input(long... shape) {
        if (!takes(shape)) {
            throw new IllegalArgumentException("the network %s takes an input of %s, not of %s"
                    .formatted(name, inputShape, Arrays.toString(shape)));
        }
        Pinned current = input;
        if (current == null || !Arrays.equals(current.shape, shape)) {
            close(current);
            input = null;
            current = pin(shape);
            input = current;
        }
        return current.values.duplicate();
    }

    private boolean takes(long... shape) {
        boolean fits = shape.length == inputShape.size();
        for (int i = 0; fits && i < shape.length; i++) {
            fits = shape[i] > 0 && (inputShape.get(i) < 0 || inputShape.get(i) == shape[i]);
        }
        return fits;
    }

    @Override
    public Map<String, Tensor> run(String... outputs) {
        Pinned in = input;
        if (in == null) {
            throw new IllegalStateException("the network %s has no input yet".formatted(name));
        }
        Map<String, OnnxTensor> inPlace = new HashMap<>();
        Set<String> allocated = new HashSet<>();
        for (String output : outputs) {
            if (isFixed(outputShapes.getOrDefault(output, List.of())) && !wholeNumbers.contains(output)) {
                inPlace.put(output, pinned.computeIfAbsent(output, this::pinOutput).tensor);
            } else {
                allocated.add(output);
            }
        }
        try (OrtSession.Result result = session.run(Map.of(inputName, in.tensor), allocated, inPlace)) {
            Map<String, Tensor> found = new HashMap<>();
            inPlace.keySet().forEach(output -> found.put(output, tensor(pinned.get(output))));
            for (String output : allocated) {
                found.put(output, OutputValues.copy(result.get(output).orElseThrow()));
            }
            return found;
        } catch (OrtException | RuntimeException e) {
            throw new ModelException("the network %s failed: %s".formatted(name, e.getMessage()), e);
        }
    }

    private Pinned pinOutput(String output) {
        return pin(outputShapes.getOrDefault(output, List.of()).stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    private Pinned pin(long... shape) {
        FloatBuffer values = ByteBuffer.allocateDirect(Math.toIntExact(Math.multiplyExact(Tensor.count(shape), 4)))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        try {
            return new Pinned(shape, values, OnnxTensor.createTensor(environment, values, shape));
        } catch (OrtException e) {
            throw new ModelException("the network %s cannot take %s".formatted(name, Arrays.toString(shape)), e);
        }
    }

    private static Tensor tensor(@Nullable Pinned pinned) {
        if (pinned == null) {
            throw new IllegalStateException("the output is not there");
        }
        return new Tensor(pinned.shape, pinned.values.duplicate());
    }

    @Override
    public void close() {
        try {
            close(input);
            pinned.values().forEach(OnnxRuntimeNetwork::close);
            session.close();
        } catch (OrtException e) {
            throw new ModelException("the network %s cannot be closed".formatted(name), e);
        }
    }

    private static void close(@Nullable Pinned memory) {
        if (memory != null) {
            memory.tensor.close();
        }
    }

    private static boolean isFixed(List<Long> shape) {
        return !shape.isEmpty() && shape.stream().allMatch(extent -> extent > 0);
    }

    private static boolean isFloat(@Nullable NodeInfo node) {
        return node != null && node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT;
    }

    private static List<Long> shape(@Nullable NodeInfo node, Set<OnnxJavaType> allowed) {
        if (node != null && node.getInfo() instanceof TensorInfo tensor && allowed.contains(tensor.type)) {
            return Arrays.stream(tensor.getShape()).boxed().toList();
        }
        throw new IllegalArgumentException(
                "its input must be a float tensor and its outputs tensors of floats or of whole numbers");
    }
}
