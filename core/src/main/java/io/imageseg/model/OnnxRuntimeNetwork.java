package io.imageseg.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A network on ONNX Runtime. The input, the outputs of fixed shape and what a {@link MemoryPlan} tells of live in
 * buffers that are reused by every run.
 */
public final class OnnxRuntimeNetwork implements Network {
    private static final String CPU = "CPU";

    private final OnnxRuntimeModel model;
    private final BooleanSupplier alone;
    private final Lifetime lifetime;
    private final Map<String, OnnxRuntimeTensor> pinned = new HashMap<>();
    private @Nullable OnnxRuntimeTensor input;
    private @Nullable PlannedMemory between;

    /**
     * Loads a file.
     *
     * @param threads intra-op threads, usually the number of cores
     * @throws ModelException if it is no ONNX network that the runtime loads, or has not one input, or not of floats
     */
    public OnnxRuntimeNetwork(Path file, int threads) {
        this(OnnxRuntimeModel.open(file.toString(), threads, CPU, runtime -> runtime.load(file)), () -> true);
    }

    /**
     * Loads a file, or what was made of its content before on a machine like this.
     *
     * @param threads intra-op threads, usually the number of cores
     * @param cache the folder where that is kept
     * @throws ModelException if it is no ONNX network that the runtime loads, or has not one input, or not of floats
     */
    public OnnxRuntimeNetwork(Path file, int threads, Path cache) {
        this(OnnxRuntimeModel.open(file.toString(), threads, CPU, runtime -> runtime.load(file, cache)), () -> true);
    }

    /**
     * Loads a network that comes with the library.
     *
     * @param threads intra-op threads, usually the number of cores
     * @throws ModelException if the runtime does not load it
     */
    public OnnxRuntimeNetwork(BundledNetwork bundled, int threads) {
        this(OnnxRuntimeModel.open(bundled.name(), threads, CPU, runtime -> runtime.load(bundled.bytes())), () -> true);
    }

    /**
     * Loads a file to run on the first CUDA device.
     *
     * @param threads of what runs on the CPU all the same
     * @throws ModelException if the runtime was built without CUDA, CUDA or a device is not there, or as above
     */
    static OnnxRuntimeNetwork onCuda(Path file, int threads) {
        return new OnnxRuntimeNetwork(
                OnnxRuntimeModel.open(file.toString(), threads, "CUDA", runtime -> runtime.loadOnCuda(file)),
                () -> true);
    }

    private OnnxRuntimeNetwork(OnnxRuntimeModel model, BooleanSupplier alone) {
        this.model = model;
        this.alone = alone;
        lifetime = new Lifetime("the network " + model.name());
    }

    @Override
    public List<Network> twins(BooleanSupplier alone) {
        return model.isShareable()
                ? List.of(new OnnxRuntimeNetwork(model, alone), new OnnxRuntimeNetwork(model.shared(), alone))
                : List.of(this);
    }

    @Override
    public Engine engine() {
        return model.engine();
    }

    @Override
    public List<Long> inputShape() {
        return model.inputShape().values();
    }

    @Override
    public List<String> outputs() {
        return List.copyOf(model.outputs().keySet());
    }

    @Override
    public FloatBuffer input(long... shape) {
        if (!model.inputShape().take(shape)) {
            throw new IllegalArgumentException("the network %s takes an input of %s, not of %s"
                    .formatted(model.name(), inputShape(), Arrays.toString(shape)));
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
                throw new IllegalStateException("the network %s has no input yet".formatted(model.name()));
            }
            return run(in, outputs);
        });
    }

    private Map<String, Tensor> run(OnnxRuntimeTensor in, String... outputs) {
        // All that are pinned are made in any case, and would be given memory anew.
        Map<String, OnnxRuntimeTensor> pinned = pinned();
        Map<String, OnnxTensor> inPlace = new HashMap<>(between());
        pinned.forEach((output, memory) -> inPlace.put(output, memory.handle()));
        Set<String> allocated = new HashSet<>(List.of(outputs));
        allocated.removeAll(pinned.keySet());
        try (OrtSession.Result result = model.run(alone.getAsBoolean(), in.handle(), allocated, inPlace)) {
            Map<String, Tensor> found = new HashMap<>();
            for (String output : outputs) {
                OnnxRuntimeTensor memory = pinned.get(output);
                found.put(
                        output,
                        memory == null ? OutputValues.copy(result.get(output).orElseThrow()) : memory.read());
            }
            return found;
        } catch (Exception e) {
            throw new ModelException("the network %s failed: %s".formatted(model.name(), e.getMessage()), e);
        }
    }

    private Map<String, OnnxRuntimeTensor> pinned() {
        if (pinned.isEmpty()) {
            model.pinned().forEach((output, extents) -> pinned.put(output, pin(extents.toArray())));
        }
        return pinned;
    }

    /** Memory for the values between the input and the outputs. */
    private Map<String, OnnxTensor> between() {
        PlannedMemory memory = between;
        if (memory == null) {
            try {
                memory = new PlannedMemory(model.environment(), model.plan());
            } catch (OrtException e) {
                throw new ModelException("the network %s gets no memory to run".formatted(model.name()), e);
            }
            between = memory;
        }
        return memory.tensors();
    }

    private OnnxRuntimeTensor pin(long... shape) {
        try {
            return OnnxRuntimeTensor.of(model.environment(), shape);
        } catch (OrtException e) {
            throw new ModelException(
                    "the network %s cannot take %s".formatted(model.name(), Arrays.toString(shape)), e);
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
            model.release();
        });
    }

    private static void close(@Nullable OnnxRuntimeTensor memory) {
        if (memory != null) {
            memory.close();
        }
    }
}
