package io.imageseg.image;

/**
 * A coarse mask: how likely each cell of a grid over a part of a picture is covered, 0 to 1.
 *
 * @param values row by row
 * @param extent the part, of which each cell covers as much as every other
 */
public record MaskGrid(float[] values, int width, int height, Region extent) {
    public MaskGrid {
        if (values.length != width * height) {
            throw new IllegalArgumentException(
                    "%d values do not fill a grid of %d×%d".formatted(values.length, width, height));
        }
    }

    /** The longer side of a cell in pixels of the picture. */
    public double cell() {
        return Math.max(extent.width() / width, extent.height() / height);
    }
}
