package io.imageseg.model;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxValue;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network on OpenVINO, by its C API. The input and the outputs of fixed shape live in memory that is reused by every
 * run; other outputs are copied. An input of free extents is given as it comes: nothing is compiled anew.
 */
final class OpenVinoNetwork implements Network {
    private final OpenVinoLibrary library;
    private final Engine engine;
    private final Path file;
    private final Lifetime lifetime;
    private final OpenVinoHandles handles;
    private final MemorySegment request;
    private final OpenVinoPort inputPort;
    private final Map<String, OpenVinoPort> outputPorts = new LinkedHashMap<>();
    private final Map<String, OpenVinoTensor> pinned = new HashMap<>();
    private @Nullable OpenVinoTensor input;

    /**
     * Compiles a file, or reads what was compiled before.
     *
     * @throws ModelException if it is no ONNX network that OpenVINO compiles, or has not one input, or not of floats
     */
    OpenVinoNetwork(OpenVinoDevice device, Engine engine, Path file) {
        library = device.library();
        this.engine = engine;
        this.file = file;
        lifetime = new Lifetime("the network " + file);
        handles = new OpenVinoHandles(library);
        try {
            MemorySegment model = device.compile(handles, file);
            inputPort = OpenVinoPort.input(library, model);
            for (String output : outputs(file)) {
                outputPorts.put(output, OpenVinoPort.output(library, model, output));
            }
            request = handles.create(
                    OpenVinoFunction.OV_INFER_REQUEST_FREE,
                    OpenVinoFunction.OV_COMPILED_MODEL_CREATE_INFER_REQUEST,
                    model);
        } catch (IOException | RuntimeException e) {
            handles.close();
            throw new ModelException("the network %s cannot be loaded: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Their names in the file's order: OpenVINO knows them beside other names, and gives any of them. */
    private static List<String> outputs(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return OnnxNetwork.read(file, arena).outputs().stream()
                    .map(OnnxValue::name)
                    .toList();
        }
    }

    @Override
    public List<Long> inputShape() {
        return inputPort.extents().values();
    }

    @Override
    public List<String> outputs() {
        return List.copyOf(outputPorts.keySet());
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public FloatBuffer input(long... shape) {
        if (!inputPort.extents().take(shape)) {
            throw new IllegalArgumentException("the network %s takes an input of %s, not of %s"
                    .formatted(file, inputShape(), Arrays.toString(shape)));
        }
        return lifetime.during(() -> {
            OpenVinoTensor current = input;
            if (current == null || !Arrays.equals(current.shape(), shape)) {
                current = OpenVinoTensor.of(library, shape);
                library.call(OpenVinoFunction.OV_INFER_REQUEST_SET_INPUT_TENSOR, request, current.handle());
                close(input);
                input = current;
            }
            return current.values().duplicate();
        });
    }

    @Override
    public Map<String, Tensor> run(String... outputs) {
        return lifetime.during(() -> {
            if (input == null) {
                throw new IllegalStateException("the network %s has no input yet".formatted(file));
            }
            try {
                for (String output : outputs) {
                    pinIfFixed(output, port(output));
                }
                library.call(OpenVinoFunction.OV_INFER_REQUEST_INFER, request);
                Map<String, Tensor> found = new HashMap<>();
                for (String output : outputs) {
                    found.put(output, read(output));
                }
                return found;
            } catch (ModelException | IllegalArgumentException e) {
                throw new ModelException("the network %s failed: %s".formatted(file, e.getMessage()), e);
            }
        });
    }

    private OpenVinoPort port(String output) {
        OpenVinoPort port = outputPorts.get(output);
        if (port == null) {
            throw new IllegalArgumentException("it has no output " + output);
        }
        return port;
    }

    private void pinIfFixed(String output, OpenVinoPort port) {
        if (port.type() == OpenVinoType.F32 && port.extents().areFixed() && !pinned.containsKey(output)) {
            OpenVinoTensor tensor = OpenVinoTensor.of(library, port.extents().toArray());
            pinned.put(output, tensor);
            try (Arena arena = Arena.ofConfined()) {
                library.call(
                        OpenVinoFunction.OV_INFER_REQUEST_SET_TENSOR,
                        request,
                        arena.allocateFrom(output),
                        tensor.handle());
            }
        }
    }

    private Tensor read(String output) {
        OpenVinoTensor inPlace = pinned.get(output);
        return inPlace == null ? copy(output) : inPlace.read();
    }

    private Tensor copy(String output) {
        try (Arena arena = Arena.ofConfined();
                OpenVinoHandles handles = new OpenVinoHandles(library)) {
            MemorySegment tensor = handles.create(
                    OpenVinoFunction.OV_TENSOR_FREE,
                    OpenVinoFunction.OV_INFER_REQUEST_GET_TENSOR,
                    request,
                    arena.allocateFrom(output));
            MemorySegment shape = arena.allocate(OpenVinoLayouts.SHAPE);
            library.call(OpenVinoFunction.OV_TENSOR_GET_SHAPE, tensor, shape);
            try {
                long[] extents = OpenVinoLayouts.extents(shape);
                MemorySegment data = arena.allocate(ADDRESS);
                library.call(OpenVinoFunction.OV_TENSOR_DATA, tensor, data);
                int count = Math.toIntExact(Tensor.count(extents));
                return new Tensor(extents, port(output).type().copy(data.get(ADDRESS, 0), count));
            } finally {
                library.call(OpenVinoFunction.OV_SHAPE_FREE, shape);
            }
        }
    }

    @Override
    public void close() {
        lifetime.end(() -> {
            handles.close();
            close(input);
            pinned.values().forEach(OpenVinoTensor::close);
        });
    }

    private static void close(@Nullable OpenVinoTensor tensor) {
        if (tensor != null) {
            tensor.close();
        }
    }
}
