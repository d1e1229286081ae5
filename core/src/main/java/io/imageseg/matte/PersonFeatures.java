package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Picture;
import io.imageseg.model.Tensor;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What a photo's own pixels are told apart by: IS-Net's encoder maps, colour and place, on a grid of {@link #SIDE} cells
 * a side. Each feature is standardised over the grid.
 */
final class PersonFeatures {
    static final int SIDE = 64;

    private static final int CELLS = SIDE * SIDE;
    private static final int COLOURS_AND_PLACE = 10;
    private static final double MOST = 5;

    private PersonFeatures() {}

    /** CV_32FC1, a row a cell, a column a feature, the last of them constant. */
    static Mat of(Picture picture, Box part, List<Tensor> maps) {
        int channels = maps.stream().mapToInt(map -> (int) map.shape()[1]).sum();
        int columns = channels + COLOURS_AND_PLACE + 1;
        float[] rows = new float[CELLS * columns];
        int column = 0;
        for (Tensor map : maps) {
            int side = (int) map.shape()[2];
            FloatPointer values = new FloatPointer(map.values());
            for (int channel = 0; channel < map.shape()[1]; channel++) {
                Mat plane = new Mat(side, side, CV_32FC1, values.getPointer((long) channel * side * side));
                put(rows, columns, column++, cells(plane));
            }
        }
        addColours(rows, columns, channels, picture, part);
        for (int cell = 0; cell < CELLS; cell++) {
            float x = (cell % SIDE) / (float) SIDE;
            float y = (cell / SIDE) / (float) SIDE;
            int at = cell * columns + channels + 6;
            rows[at] = x;
            rows[at + 1] = y;
            rows[at + 2] = x * x;
            rows[at + 3] = y * y;
            rows[at + 4] = 1;
        }
        standardise(rows, columns);
        return Floats.mat(rows, columns, CELLS);
    }

    private static float[] cells(Mat values) {
        Mat cells = new Mat();
        resize(values, cells, new Size(SIDE, SIDE), 0, 0, values.rows() > SIDE ? INTER_AREA : INTER_LINEAR);
        return Floats.of(cells);
    }

    private static void put(float[] rows, int columns, int column, float[] values) {
        for (int cell = 0; cell < CELLS; cell++) {
            rows[cell * columns + column] = values[cell];
        }
    }

    private static void addColours(float[] rows, int columns, int first, Picture picture, Box part) {
        Mat small = new Mat();
        resize(new Mat(picture.rgb(), part.rect()), small, new Size(2 * SIDE, 2 * SIDE), 0, 0, INTER_AREA);
        Mat lab = new Mat();
        cvtColor(small, lab, COLOR_RGB2Lab);
        Mat values = new Mat();
        lab.convertTo(values, CV_32F);
        float[] colours = cells(values);
        for (int cell = 0; cell < CELLS; cell++) {
            for (int i = 0; i < 3; i++) {
                float value = colours[3 * cell + i];
                rows[cell * columns + first + i] = value;
                rows[cell * columns + first + 3 + i] = value * value / 255;
            }
        }
    }

    /** All columns but the last to mean 0 and deviation 1. */
    private static void standardise(float[] rows, int columns) {
        for (int column = 0; column < columns - 1; column++) {
            double sum = 0;
            double squares = 0;
            for (int at = column; at < rows.length; at += columns) {
                sum += rows[at];
                squares += (double) rows[at] * rows[at];
            }
            double mean = sum / CELLS;
            double deviation = Math.sqrt(Math.max(0, squares / CELLS - mean * mean)) + 1e-6;
            for (int at = column; at < rows.length; at += columns) {
                rows[at] = (float) Math.clamp((rows[at] - mean) / deviation, -MOST, MOST);
            }
        }
    }
}
