package io.imageseg.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

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

    /**
     * A tensor of floats that ONNX Runtime reads or writes in native memory, which must outlive it.
     *
     * @throws IndexOutOfBoundsException if it is not all in the memory
     */
    static OnnxTensor over(OrtEnvironment environment, MemorySegment memory, long offset, List<Long> shape)
            throws OrtException {
        long[] extents = new Extents(shape).toArray();
        FloatBuffer values = memory.asSlice(offset, Tensor.count(extents) * Float.BYTES)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return OnnxTensor.createTensor(environment, values, extents);
    }

    Tensor read() {
        return new Tensor(shape.clone(), values.duplicate());
    }

    @Override
    public void close() {
        handle.close();
    }
}
