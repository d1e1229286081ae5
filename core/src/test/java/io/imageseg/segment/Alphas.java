package io.imageseg.segment;

import static org.bytedeco.opencv.global.opencv_core.extractChannel;

import io.imageseg.image.Box;
import io.imageseg.image.Cutout;
import io.imageseg.image.PlacedCutout;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** How opaque a cutout is at each pixel of the picture that it is from, 0 to 1. */
record Alphas(Box picture, double[] values) {
    static Alphas of(Cutout cutout) {
        Box whole = Box.whole(cutout.width(), cutout.height());
        return of(cutout, whole, whole);
    }

    static Alphas of(PlacedCutout placed, Box picture) {
        return of(placed.cutout(), placed.place(), picture);
    }

    private static Alphas of(Cutout cutout, Box place, Box picture) {
        double[] values = new double[(int) picture.area()];
        try (PointerScope _ = new PointerScope()) {
            Mat alpha = new Mat();
            extractChannel(cutout.rgba(), alpha, 3);
            byte[] bytes = new byte[(int) place.area()];
            alpha.data().get(bytes);
            for (int i = 0; i < bytes.length; i++) {
                int x = place.x() + i % place.width();
                int y = place.y() + i / place.width();
                values[y * picture.width() + x] = (bytes[i] & 255) / 255.0;
            }
        }
        return new Alphas(picture, values);
    }

    /** Nothing, to add to. */
    static Alphas none(Box picture) {
        return new Alphas(picture, new double[(int) picture.area()]);
    }

    double at(int x, int y) {
        return values[y * picture.width() + x];
    }

    /** The mean over a box. */
    double share(Box box) {
        double sum = 0;
        for (int y = box.y(); y < box.y() + box.height(); y++) {
            for (int x = box.x(); x < box.x() + box.width(); x++) {
                sum += at(x, y);
            }
        }
        return sum / box.area();
    }

    /** In pixels. */
    double area() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The height of the middle, in pixels from the top. */
    double middleY() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * (i / picture.width() + .5);
        }
        return sum / area();
    }

    /** The middle, in pixels from the left. */
    double middleX() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * (i % picture.width() + .5);
        }
        return sum / area();
    }

    Alphas plus(Alphas other) {
        double[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.values[i];
        }
        return new Alphas(picture, sum);
    }

    double most() {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    /** Pixels that this covers and another does not, each as far as it does. */
    double areaOutside(Alphas other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.max(0, values[i] - other.values[i]);
        }
        return sum;
    }

    /** Intersection over union. */
    double overlap(Alphas other) {
        double shared = area() - areaOutside(other);
        return shared / (area() + other.area() - shared);
    }
}
