package io.imageseg.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.OnnxTensor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The weights of a network that lie in a file of their own, mapped once for all sessions that read them. ONNX Runtime would
 * map them for each session, and the process would hold them as often.
 */
final class MappedWeights implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
    private final Map<String, ai.onnxruntime.OnnxTensor> tensors = new HashMap<>();

    /**
     * @param file need not be there if the network has no weights in it
     * @throws IllegalArgumentException if they are not floats, or not as many as their shape says
     * @throws IndexOutOfBoundsException if they are not all in the file
     */
    MappedWeights(OrtEnvironment environment, OnnxNetwork network, Path file) throws IOException, OrtException {
        try {
            MemorySegment whole = Files.exists(file) ? map(file) : MemorySegment.NULL;
            for (OnnxTensor tensor : network.initializers()) {
                Optional<OnnxTensor.Elsewhere> place = tensor.elsewhere();
                if (place.isPresent()) {
                    tensors.put(tensor.name(), tensor(environment, tensor, place.get(), whole));
                }
            }
        } catch (IOException | OrtException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private MemorySegment map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    private static ai.onnxruntime.OnnxTensor tensor(
            OrtEnvironment environment, OnnxTensor tensor, OnnxTensor.Elsewhere place, MemorySegment whole)
            throws OrtException {
        if (tensor.type() != OnnxTensor.FLOAT
                || Tensor.count(new Extents(tensor.shape()).toArray()) * Float.BYTES != place.length()) {
            throw new IllegalArgumentException(
                    "the weights %s are not the floats they should be".formatted(tensor.name()));
        }
        return OnnxRuntimeTensor.over(environment, whole, place.offset(), tensor.shape());
    }

    /** Has a session that is opened with these options read them. */
    void addTo(SessionOptions options) throws OrtException {
        for (Map.Entry<String, ai.onnxruntime.OnnxTensor> one : tensors.entrySet()) {
            options.addInitializer(one.getKey(), one.getValue());
        }
    }

    /** When no session reads them any more. */
    @Override
    public void close() {
        tensors.values().forEach(ai.onnxruntime.OnnxTensor::close);
        arena.close();
    }
}
