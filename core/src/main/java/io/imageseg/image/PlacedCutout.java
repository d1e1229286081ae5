package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A cutout of a part of a picture. Owns the cutout.
 *
 * @param place where in the picture it lies; as large as the cutout
 * @param confidence how sure it is that this is what was looked for, 0 to 1
 */
public record PlacedCutout(Box place, Cutout cutout, double confidence) implements AutoCloseable {
    public PlacedCutout {
        if (place.width() != cutout.width() || place.height() != cutout.height()) {
            throw new IllegalArgumentException("a cutout of %d×%d pixels does not fill a place of %d×%d"
                    .formatted(cutout.width(), cutout.height(), place.width(), place.height()));
        }
    }

    /** The cutout alone as RGBA PNG. */
    public byte[] toPng() {
        return cutout.toPng();
    }

    /** The cutout in its place, as RGBA PNG of the picture's size, transparent elsewhere. */
    public byte[] toPng(Box picture) {
        try (PointerScope _ = new PointerScope()) {
            Mat whole = new Mat(picture.height(), picture.width(), CV_8UC4, Scalar.all(0));
            cutout.rgba().copyTo(new Mat(whole, place.rect()));
            return PngWriter.rgba(whole);
        }
    }

    @Override
    public void close() {
        cutout.close();
    }
}
