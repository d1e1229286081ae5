package io.imageseg.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory of a {@link MemoryPlan}, from the C library: it becomes the process's as it is written, and is none of the memory
 * that Java bounds by its heap.
 */
final class PlannedMemory implements AutoCloseable {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle MALLOC = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("malloc"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("free"), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private final Arena arena = Arena.ofShared();
    private final Map<String, OnnxTensor> tensors = new HashMap<>();

    /** @throws OutOfMemoryError if there is not as much */
    PlannedMemory(OrtEnvironment environment, MemoryPlan plan) throws OrtException {
        MemorySegment block = allocate(plan.bytes(), arena);
        for (MemoryPlan.Place place : plan.places()) {
            tensors.put(place.value(), OnnxRuntimeTensor.over(environment, block, place.offset(), place.shape()));
        }
    }

    /** The planned values, in it. */
    Map<String, OnnxTensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    private static MemorySegment allocate(long bytes, Arena arena) {
        MemorySegment whole;
        try {
            whole = (MemorySegment) MALLOC.invokeExact(bytes + MemoryPlan.ALIGNMENT);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (whole.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError("a run needs %d bytes of memory more than there are".formatted(bytes));
        }
        long skipped = Math.floorMod(-whole.address(), MemoryPlan.ALIGNMENT);
        return whole.reinterpret(bytes + MemoryPlan.ALIGNMENT, arena, PlannedMemory::free)
                .asSlice(skipped, bytes);
    }

    private static void free(MemorySegment block) {
        try {
            FREE.invokeExact(block);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
        arena.close();
    }
}
