package io.imageseg.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Floats that ONNX Runtime reads or writes in place. The memory is Java's and lives as long as a buffer of it is held.
 *
 * @param handle the tensor, freed by {@link #close}
 */
record OnnxRuntimeTensor(OnnxTensor handle, long[] shape, FloatBuffer values) implements AutoCloseable {
    static OnnxRuntimeTensor of(OrtEnvironment environment, long... shape) throws OrtException {
        FloatBuffer values = ByteBuffer.allocateDirect(Math.toIntExact(Math.multiplyExact(Tensor.count(shape), 4)))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return new OnnxRuntimeTensor(OnnxTensor.createTensor(environment, values, shape), shape.clone(), values);
    }

    Tensor read() {
        return new Tensor(shape.clone(), values.duplicate());
    }

    @Override
    public void close() {
        handle.close();
    }
}
