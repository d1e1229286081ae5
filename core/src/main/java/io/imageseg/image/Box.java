package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.findNonZero;
import static org.bytedeco.opencv.global.opencv_imgproc.boundingRect;

import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** An axis-parallel box of whole pixels, at least 1×1; {@code x} and {@code y} are its left and top edge. */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a box of %d×%d pixels is empty".formatted(width, height));
        }
    }

    /** The box of a whole picture of this size. */
    public static Box whole(int width, int height) {
        return new Box(0, 0, width, height);
    }

    /** The tight box of what is not 0 in CV_8UC1; empty when all of it is. */
    public static Optional<Box> around(Mat mask) {
        try (PointerScope _ = new PointerScope()) {
            Mat points = new Mat();
            findNonZero(mask, points);
            if (points.empty()) {
                return Optional.empty();
            }
            Rect rect = boundingRect(points);
            return Optional.of(new Box(rect.x(), rect.y(), rect.width(), rect.height()));
        }
    }

    /** The same box further right and down. */
    public Box moved(int right, int down) {
        return new Box(x + right, y + down, width, height);
    }

    /** The smallest box that holds both. */
    public Box union(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        int right = Math.max(x + width, other.x + other.width);
        int bottom = Math.max(y + height, other.y + other.height);
        return new Box(left, top, right - left, bottom - top);
    }

    /** This box grown on every side by a fraction of its own extent and by pixels, kept inside {@code frame}. */
    public Box grown(double fraction, int pixels, Box frame) {
        int left = Math.max(frame.x, (int) Math.floor(x - fraction * width - pixels));
        int top = Math.max(frame.y, (int) Math.floor(y - fraction * height - pixels));
        int right = Math.min(frame.x + frame.width, (int) Math.ceil(x + width + fraction * width + pixels));
        int bottom = Math.min(frame.y + frame.height, (int) Math.ceil(y + height + fraction * height + pixels));
        return new Box(left, top, right - left, bottom - top);
    }

    /** In pixels. */
    public long area() {
        return (long) width * height;
    }

    /** Whether the two have a pixel in common. */
    public boolean meets(Box other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    /** The same pixels, counted from the left and top edge of another box. */
    public Box seenFrom(Box other) {
        return moved(-other.x, -other.y);
    }

    /** As OpenCV's rectangle; the caller's {@link org.bytedeco.javacpp.PointerScope} frees it. */
    public Rect rect() {
        return new Rect(x, y, width, height);
    }
}
