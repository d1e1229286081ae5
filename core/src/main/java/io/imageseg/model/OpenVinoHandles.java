package io.imageseg.model;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;

/** Objects that OpenVINO made, freed together, the last one first. */
final class OpenVinoHandles implements AutoCloseable {
    private final OpenVinoLibrary library;
    private final Deque<Handle> open = new ArrayDeque<>();

    private record Handle(MemorySegment address, OpenVinoFunction free) {}

    OpenVinoHandles(OpenVinoLibrary library) {
        this.library = library;
    }

    /**
     * Makes one.
     *
     * @param free what frees it
     * @param create takes the arguments, and then where it is to write the address of what it made
     */
    MemorySegment create(OpenVinoFunction free, OpenVinoFunction create, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(ADDRESS);
            library.call(create, OpenVinoLibrary.with(place, arguments));
            MemorySegment address = place.get(ADDRESS, 0);
            open.push(new Handle(address, free));
            return address;
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            Handle handle = open.pop();
            library.release(handle.free, handle.address);
        }
    }
}
