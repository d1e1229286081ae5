package io.imageseg.model;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Floats that OpenVINO reads or writes in place. The memory is Java's and lives as long as a buffer of it is held.
 *
 * @param handle the tensor, freed by {@link #close}
 */
record OpenVinoTensor(OpenVinoHandles owner, MemorySegment handle, long[] shape, FloatBuffer values)
        implements AutoCloseable {
    /** As wide as a cache line and the widest registers. */
    private static final long ALIGNMENT = 64;

    static OpenVinoTensor of(OpenVinoLibrary library, long... shape) {
        MemorySegment memory = Arena.ofAuto().allocate(Float.BYTES * Tensor.count(shape), ALIGNMENT);
        OpenVinoHandles owner = new OpenVinoHandles(library);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = owner.create(
                    OpenVinoFunction.OV_TENSOR_FREE,
                    OpenVinoFunction.OV_TENSOR_CREATE_FROM_HOST_PTR,
                    OpenVinoType.F32.code(),
                    OpenVinoLayouts.shape(arena, shape),
                    memory);
            FloatBuffer values =
                    memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
            return new OpenVinoTensor(owner, handle, shape.clone(), values);
        }
    }

    Tensor read() {
        return new Tensor(shape.clone(), values.duplicate());
    }

    @Override
    public void close() {
        owner.close();
    }
}
