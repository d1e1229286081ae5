package io.imageseg.matte;

/** A move by whole pixels. */
record Shift(int right, int down) {
    static final Shift NONE = new Shift(0, 0);

    /** Pixels to go, along the axes. */
    int length() {
        return Math.abs(right) + Math.abs(down);
    }

    Shift times(int factor) {
        return new Shift(factor * right, factor * down);
    }
}
