package io.imageseg.model;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** An input or output of a compiled network. */
record OpenVinoPort(OpenVinoType type, Extents extents) {
    /** @throws IllegalArgumentException if there is not one input, or not of floats */
    static OpenVinoPort input(OpenVinoLibrary library, MemorySegment model) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_LONG);
            library.call(OpenVinoFunction.OV_COMPILED_MODEL_INPUTS_SIZE, model, count);
            if (count.get(JAVA_LONG, 0) != 1) {
                throw new IllegalArgumentException(
                        "it has %d inputs; exactly one is allowed".formatted(count.get(JAVA_LONG, 0)));
            }
        }
        OpenVinoPort input = read(library, OpenVinoFunction.OV_COMPILED_MODEL_INPUT_BY_INDEX, model, 0L);
        if (input.type != OpenVinoType.F32) {
            throw new IllegalArgumentException(OpenVinoType.ALLOWED);
        }
        return input;
    }

    static OpenVinoPort output(OpenVinoLibrary library, MemorySegment model, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return read(library, OpenVinoFunction.OV_COMPILED_MODEL_OUTPUT_BY_NAME, model, arena.allocateFrom(name));
        }
    }

    private static OpenVinoPort read(OpenVinoLibrary library, OpenVinoFunction find, Object... arguments) {
        try (Arena arena = Arena.ofConfined();
                OpenVinoHandles handles = new OpenVinoHandles(library)) {
            MemorySegment port = handles.create(OpenVinoFunction.OV_OUTPUT_CONST_PORT_FREE, find, arguments);
            MemorySegment type = arena.allocate(JAVA_INT);
            library.call(OpenVinoFunction.OV_PORT_GET_ELEMENT_TYPE, port, type);
            MemorySegment shape = arena.allocate(OpenVinoLayouts.PARTIAL_SHAPE);
            library.call(OpenVinoFunction.OV_PORT_GET_PARTIAL_SHAPE, port, shape);
            try {
                return new OpenVinoPort(
                        OpenVinoType.of(type.get(JAVA_INT, 0)), new Extents(OpenVinoLayouts.partialExtents(shape)));
            } finally {
                library.release(OpenVinoFunction.OV_PARTIAL_SHAPE_FREE, shape);
            }
        }
    }
}
