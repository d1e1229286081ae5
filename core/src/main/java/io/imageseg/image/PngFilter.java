package io.imageseg.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * PNG's filter Up: every row as its difference from the one above it, byte by byte. It takes half the time of choosing a
 * filter for each row and gives files of about the same size. Eight bytes are subtracted at once.
 */
final class PngFilter {
    /** The number that stands before such a row. */
    private static final byte UP = 2;

    private static final long HIGH_BITS = 0x8080808080808080L;

    private final Mat pixels;
    private final int width;
    private long[] above;
    private long[] row;

    /**
     * From a row on.
     *
     * @param pixels 8 bits a channel
     */
    PngFilter(Mat pixels, int from) {
        this.pixels = pixels;
        width = pixels.cols() * pixels.channels();
        above = new long[(width + Long.BYTES - 1) / Long.BYTES];
        row = new long[above.length];
        if (from > 0) {
            read(from - 1, above);
        }
    }

    /** Bytes of a filtered row. */
    int length() {
        return width + 1;
    }

    /**
     * Filters the next row.
     *
     * @param filtered where to, {@link #length} bytes
     * @return how many of its bytes are the same as above, roughly: in whole eights
     */
    int next(int y, MemorySegment filtered) {
        read(y, row);
        int same = 0;
        for (int i = 0; i < row.length; i++) {
            long difference = difference(row[i], above[i]);
            above[i] = difference;
            if (difference == 0) {
                same += Long.BYTES;
            }
        }
        filtered.set(ValueLayout.JAVA_BYTE, 0, UP);
        MemorySegment.copy(MemorySegment.ofArray(above), 0, filtered, 1, width);
        long[] read = row;
        row = above;
        above = read;
        return same;
    }

    /** Eight bytes less eight bytes, each by itself: no borrow passes from one to another. */
    private static long difference(long minuend, long subtrahend) {
        return ((minuend | HIGH_BITS) - (subtrahend & ~HIGH_BITS)) ^ ((minuend ^ ~subtrahend) & HIGH_BITS);
    }

    private void read(int y, long[] into) {
        try (BytePointer start = pixels.ptr(y)) {
            MemorySegment bytes = MemorySegment.ofBuffer(start.capacity(width).asByteBuffer());
            MemorySegment.copy(bytes, 0, MemorySegment.ofArray(into), 0, width);
        }
    }
}
