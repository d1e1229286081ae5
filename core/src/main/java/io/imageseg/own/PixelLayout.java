package io.imageseg.own;

/** The order of a network's dimensions, of its input and its output alike. */
public enum PixelLayout {
    /** Planes: 1×channels×height×width. */
    NCHW,
    /** Interleaved: 1×height×width×channels. */
    NHWC;

    /** The shape of one picture. */
    long[] shape(long channels, long height, long width) {
        return this == NCHW ? new long[] {1, channels, height, width} : new long[] {1, height, width, channels};
    }

    /** Where the channels stand among the last three dimensions. */
    int channels() {
        return this == NCHW ? 0 : 2;
    }

    int height() {
        return this == NCHW ? 1 : 0;
    }

    int width() {
        return this == NCHW ? 2 : 1;
    }
}
