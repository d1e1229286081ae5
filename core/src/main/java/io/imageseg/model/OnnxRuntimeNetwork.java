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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network on ONNX Runtime's CPU provider. Input and output live in two buffers that are reused by every run. The
 * memory pattern is off: on one network of 1024×1024 it costs memory and no time is gained.
 */
public final class OnnxRuntimeNetwork implements Network {
    private final Path file;
    private final OrtSession session;
    private final String inputName;
    private final String outputName;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final OnnxTensor inputTensor;
    private final OnnxTensor outputTensor;

    /**
     * Loads the network's first input and first output.
     *
     * @param threads intra-op threads, usually the number of cores
     * @throws ModelException if the file is no ONNX network that the runtime loads, or its shapes are not fixed floats
     */
    public OnnxRuntimeNetwork(Path file, int threads) {
        this.file = file;
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(file.toString(), options);
            inputName = session.getInputNames().iterator().next();
            outputName = session.getOutputNames().iterator().next();
            long[] in = shape(session.getInputInfo().get(inputName));
            long[] out = shape(session.getOutputInfo().get(outputName));
            input = buffer(in);
            output = buffer(out);
            inputTensor = OnnxTensor.createTensor(environment, input, in);
            outputTensor = OnnxTensor.createTensor(environment, output, out);
        } catch (OrtException | RuntimeException e) {
            throw new ModelException("the network %s cannot be loaded: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public FloatBuffer input() {
        return input.duplicate();
    }

    @Override
    public FloatBuffer run() {
        try (OrtSession.Result _ = session.run(Map.of(inputName, inputTensor), Map.of(outputName, outputTensor))) {
            return output.duplicate();
        } catch (OrtException e) {
            throw new ModelException("the network %s failed: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            inputTensor.close();
            outputTensor.close();
            session.close();
        } catch (OrtException e) {
            throw new ModelException("the network %s cannot be closed".formatted(file), e);
        }
    }

    private static long[] shape(@Nullable NodeInfo node) {
        if (node != null && node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
            return tensor.getShape();
        }
        throw new IllegalArgumentException("its input and output must be float tensors");
    }

    private static FloatBuffer buffer(long[] shape) {
        long count = 1;
        for (long size : shape) {
            count = Math.multiplyExact(count, size);
        }
        if (count < 1) {
            throw new IllegalArgumentException("its shapes must be fixed");
        }
        return ByteBuffer.allocateDirect(Math.toIntExact(Math.multiplyExact(count, 4)))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
