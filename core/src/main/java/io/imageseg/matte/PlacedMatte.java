package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CMP_GT;
import static org.bytedeco.opencv.global.opencv_core.compare;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.sumElems;

import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Region;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * The matte of a thing and where in the picture it lies. Owns the matte.
 *
 * @param place as large as the matte
 * @param fit how well the thing's own box is the one it was looked for in, 0 to 1: intersection over union
 */
public record PlacedMatte(Box place, Matte matte, double fit) implements AutoCloseable {
    private static final double CLEAR = .5;
    private static final double SAME_PIECE = .08;

    public PlacedMatte {
        if (place.width() != matte.width() || place.height() != matte.height()) {
            throw new IllegalArgumentException("a matte of %d×%d pixels does not fill a place of %d×%d"
                    .formatted(matte.width(), matte.height(), place.width(), place.height()));
        }
    }

    /** A picture's matte, all of it. */
    public static PlacedMatte whole(Matte matte) {
        return new PlacedMatte(Box.whole(matte.width(), matte.height()), matte, 1);
    }

    /** How much it covers, in pixels. */
    public double area() {
        try (PointerScope _ = new PointerScope()) {
            return sumElems(matte.alpha()).get(0);
        }
    }

    /** The box of what is clearly covered, without small pieces beside the largest, in the picture's pixels. */
    public Optional<Region> extent() {
        try (PointerScope _ = new PointerScope()) {
            return extent(matte.alpha(), place);
        }
    }

    static Optional<Region> extent(Mat alpha, Box place) {
        Components pieces = Components.of(alpha, CLEAR);
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        Box box = pieces.atLeast(SAME_PIECE, 0).box().moved(place.x(), place.y());
        return Optional.of(new Region(box.x(), box.y(), box.x() + box.width(), box.y() + box.height()));
    }

    /** Takes away from this what another covers, pixel by pixel. */
    public void yieldTo(PlacedMatte other) {
        if (!place.meets(other.place)) {
            return;
        }
        try (PointerScope _ = new PointerScope()) {
            Box shared = place.grown(0, 0, other.place);
            Mat mine = new Mat(matte.alpha(), shared.seenFrom(place).rect());
            Mat theirs =
                    new Mat(other.matte.alpha(), shared.seenFrom(other.place).rect());
            multiply(mine, Channels.complement(theirs), mine);
        }
    }

    /** Sets a value in a map of a part of the picture, CV_8UC1, where this covers more than half. */
    void mark(Mat map, Box part, int value) {
        if (!place.meets(part)) {
            return;
        }
        Box shared = place.grown(0, 0, part);
        Mat covered = new Mat();
        Mat half = new Mat(1, 1, matte.alpha().type(), Scalar.all(CLEAR));
        compare(new Mat(matte.alpha(), shared.seenFrom(place).rect()), half, covered, CMP_GT);
        new Mat(map, shared.seenFrom(part).rect()).setTo(new Mat(1, 1, map.type(), Scalar.all(value)), covered);
    }

    @Override
    public void close() {
        matte.close();
    }
}
