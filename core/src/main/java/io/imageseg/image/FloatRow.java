package io.imageseg.image;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** One row of a float matrix at a time, in the same array each time, channels interleaved. For one thread. */
public final class FloatRow {
    private final FloatBuffer matrix;
    private final float[] values;

    /**
     * A reader and writer of rows.
     *
     * @param mat CV_32F with any number of channels; outlives this
     * @throws IllegalArgumentException if its rows do not follow each other without gaps
     */
    public FloatRow(Mat mat) {
        if (!mat.isContinuous()) {
            throw new IllegalArgumentException("the rows have gaps between them");
        }
        matrix = mat.createBuffer();
        values = new float[mat.cols() * mat.channels()];
    }

    /** The row's values, until another is read. */
    public float[] read(int y) {
        matrix.get(y * values.length, values);
        return values;
    }

    /** Puts what is in the array into a row. */
    public void write(int y) {
        matrix.put(y * values.length, values);
    }
}
