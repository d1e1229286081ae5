package io.imageseg.own;

import io.imageseg.image.Box;
import io.imageseg.image.MaskGrid;
import io.imageseg.image.Region;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Cells that together cover a network's input; the first is the upper left one, row by row. */
record CellGrid(int width, int height, double cellWidth, double cellHeight) {
    static CellGrid over(int inputWidth, int inputHeight, long width, long height) {
        return new CellGrid((int) width, (int) height, (double) inputWidth / width, (double) inputHeight / height);
    }

    Box cells() {
        return Box.whole(width, height);
    }

    /** What cells cover of the input, in its pixels. */
    Region region(Box cells) {
        return new Region(
                cells.x() * cellWidth,
                cells.y() * cellHeight,
                (cells.x() + cells.width()) * cellWidth,
                (cells.y() + cells.height()) * cellHeight);
    }

    /** The values of the cells that a box of the input touches; empty if it touches none. */
    Optional<MaskGrid> cut(Region box, IntToDoubleFunction value) {
        Region inCells = new Region(
                box.left() / cellWidth, box.top() / cellHeight, box.right() / cellWidth, box.bottom() / cellHeight);
        return inCells.within(cells()).map(cells -> mask(cells, value));
    }

    MaskGrid mask(Box cells, IntToDoubleFunction value) {
        float[] values = new float[cells.width() * cells.height()];
        for (int i = 0; i < values.length; i++) {
            int x = cells.x() + i % cells.width();
            int y = cells.y() + i / cells.width();
            values[i] = (float) value.applyAsDouble(y * width + x);
        }
        return new MaskGrid(values, cells.width(), cells.height(), region(cells));
    }
}
