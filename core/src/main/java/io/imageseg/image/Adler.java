package io.imageseg.image;

/**
 * The Adler-32 checksum (RFC 1950) of some bytes, from which that of a longer run of bytes can be had.
 *
 * @param value as {@link java.util.zip.Adler32} gives it
 * @param length how many bytes
 */
record Adler(int value, long length) {
    static final Adler NOTHING = new Adler(1, 0);

    private static final int BASE = 65521;

    /** Of these bytes and then others. */
    Adler followedBy(Adler next) {
        long bytes = next.length % BASE;
        long low = low() + next.low() - 1 + BASE;
        // Each of the next bytes adds to the high half once more what the low half had before them.
        long high = high() + next.high() + bytes * low() + (BASE - bytes);
        return new Adler((int) (high % BASE << 16 | low % BASE), length + next.length);
    }

    private int low() {
        return value & 0xffff;
    }

    private int high() {
        return value >>> 16;
    }
}
