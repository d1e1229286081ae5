package io.imageseg.model;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.util.ArrayList;
import java.util.List;

/** The structures of OpenVINO's C API, 64 bits. */
final class OpenVinoLayouts {
    /** {@code ov_shape_t}: rank, and where the extents are. */
    static final StructLayout SHAPE = MemoryLayout.structLayout(JAVA_LONG, ADDRESS);

    /** {@code ov_partial_shape_t}: least and most rank, and where least and most of each extent are. */
    static final StructLayout PARTIAL_SHAPE = MemoryLayout.structLayout(JAVA_LONG, JAVA_LONG, ADDRESS);

    /** {@code ov_version_t}: number and description. */
    static final StructLayout VERSION = MemoryLayout.structLayout(ADDRESS, ADDRESS);

    private OpenVinoLayouts() {}

    static MemorySegment shape(SegmentAllocator memory, long... extents) {
        MemorySegment shape = memory.allocate(SHAPE);
        shape.set(JAVA_LONG, 0, extents.length);
        shape.set(ADDRESS, 8, memory.allocateFrom(JAVA_LONG, extents));
        return shape;
    }

    static long[] extents(MemorySegment shape) {
        long rank = shape.get(JAVA_LONG, 0);
        return shape.get(ADDRESS, 8).reinterpret(8 * rank).toArray(JAVA_LONG);
    }

    /** Extents that may differ are −1; a rank that may differ gives none at all. */
    static List<Long> partialExtents(MemorySegment shape) {
        List<Long> extents = new ArrayList<>();
        long rank = shape.get(JAVA_LONG, 0);
        if (rank == shape.get(JAVA_LONG, 8)) {
            MemorySegment bounds = shape.get(ADDRESS, 16).reinterpret(16 * rank);
            for (long i = 0; i < rank; i++) {
                long least = bounds.getAtIndex(JAVA_LONG, 2 * i);
                extents.add(least == bounds.getAtIndex(JAVA_LONG, 2 * i + 1) ? least : -1);
            }
        }
        return extents;
    }
}
