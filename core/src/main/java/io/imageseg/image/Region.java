package io.imageseg.image;

import java.util.Optional;

/** An axis-parallel part of the plane in pixels and fractions of them, as detectors give it; may reach past a picture. */
public record Region(double left, double top, double right, double bottom) {
    public Region {
        if (!(right > left && bottom > top)) {
            throw new IllegalArgumentException(
                    "a region from %s, %s to %s, %s is empty".formatted(left, top, right, bottom));
        }
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double area() {
        return width() * height();
    }

    public Point centre() {
        return new Point((left + right) / 2, (top + bottom) / 2);
    }

    public boolean contains(Point point) {
        return left <= point.x() && point.x() <= right && top <= point.y() && point.y() <= bottom;
    }

    /** The area shared with another, 0 if there is none. */
    public double shared(Region other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return width > 0 && height > 0 ? width * height : 0;
    }

    /** Intersection over union, 0 to 1. */
    public double overlap(Region other) {
        double shared = shared(other);
        return shared / (area() + other.area() - shared);
    }

    /** Grown on every side by a fraction of its own extent. */
    public Region grown(double fraction) {
        return new Region(
                left - fraction * width(),
                top - fraction * height(),
                right + fraction * width(),
                bottom + fraction * height());
    }

    /** Grown on every side by pixels. */
    public Region widened(double pixels) {
        return new Region(left - pixels, top - pixels, right + pixels, bottom + pixels);
    }

    /** The whole pixels it touches inside a frame; empty when it lies outside. */
    public Optional<Box> within(Box frame) {
        int x = (int) Math.max(frame.x(), Math.floor(left));
        int y = (int) Math.max(frame.y(), Math.floor(top));
        int endX = (int) Math.min((double) frame.x() + frame.width(), Math.ceil(right));
        int endY = (int) Math.min((double) frame.y() + frame.height(), Math.ceil(bottom));
        return endX > x && endY > y ? Optional.of(new Box(x, y, endX - x, endY - y)) : Optional.empty();
    }
}
