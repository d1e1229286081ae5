package io.imageseg.image;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Some rows of a picture as a piece of a raw deflate stream (RFC 1951) that ends on a whole byte, so that another piece can
 * follow; the last rows end the stream.
 *
 * @param deflated the piece
 * @param sum of what was deflated
 */
record PngStrip(byte[] deflated, Adler sum) {
    private static final int LEVEL = 1;
    private static final int BUFFER = 1 << 16;

    /** Rows of about so many bytes are deflated at once. */
    private static final int BLOCK = 1 << 17;

    /** Where less than this is the same as above, a search for repetitions finds next to none. */
    private static final double REPEATED = .2;

    /**
     * @param pixels 8 bits a channel
     * @param from the first row
     * @param to the row behind the last
     */
    static PngStrip of(Mat pixels, int from, int to) {
        PngFilter filter = new PngFilter(pixels, from);
        int rows = Math.clamp(BLOCK / filter.length(), 1, to - from);
        Adler32 sum = new Adler32();
        Deflater deflater = new Deflater(LEVEL, true);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment block = arena.allocate((long) rows * filter.length());
            ByteArrayOutputStream deflated = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            for (int y = from; y < to; y += rows) {
                int count = Math.min(rows, to - y);
                long same = 0;
                for (int i = 0; i < count; i++) {
                    same += filter.next(y + i, block.asSlice((long) i * filter.length(), filter.length()));
                }
                ByteBuffer filtered = block.asByteBuffer().limit(count * filter.length());
                sum.update(filtered.duplicate());
                boolean repeats = same > REPEATED * filtered.limit();
                deflater.setStrategy(repeats ? Deflater.DEFAULT_STRATEGY : Deflater.HUFFMAN_ONLY);
                // Without input, since the call that changes the strategy leaves input, or takes it by the old one.
                drain(deflater, Deflater.NO_FLUSH, buffer, deflated);
                deflater.setInput(filtered);
                drain(deflater, Deflater.NO_FLUSH, buffer, deflated);
            }
            if (to == pixels.rows()) {
                deflater.finish();
            }
            drain(deflater, Deflater.SYNC_FLUSH, buffer, deflated);
            return new PngStrip(
                    deflated.toByteArray(), new Adler((int) sum.getValue(), (long) filter.length() * (to - from)));
        } finally {
            deflater.end();
        }
    }

    private static void drain(Deflater deflater, int flush, byte[] buffer, ByteArrayOutputStream deflated) {
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, flush);
            deflated.write(buffer, 0, length);
        } while (length == buffer.length);
    }
}
