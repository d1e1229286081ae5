package io.imageseg.detect;

import io.imageseg.image.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Squares that cover a picture which is too large for one look. */
final class Tiles {
    private Tiles() {}

    /**
     * Tiles of at most {@code side} pixels that overlap by at least a share of their side, evenly spread; none when the
     * whole fits into one.
     */
    static List<Box> of(Box whole, int side, double overlap) {
        if (whole.width() <= side && whole.height() <= side) {
            return List.of();
        }
        int width = Math.min(side, whole.width());
        int height = Math.min(side, whole.height());
        List<Box> tiles = new ArrayList<>();
        for (int y : starts(whole.height(), height, overlap)) {
            for (int x : starts(whole.width(), width, overlap)) {
                tiles.add(new Box(whole.x() + x, whole.y() + y, width, height));
            }
        }
        return tiles;
    }

    private static int[] starts(int length, int side, double overlap) {
        int rest = length - side;
        int steps = (int) Math.ceil(rest / (side * (1 - overlap)));
        return IntStream.rangeClosed(0, steps)
                .map(i -> steps == 0 ? 0 : (int) ((long) rest * i / steps))
                .toArray();
    }
}
