package io.imageseg.image;

/** A place in a picture, in pixels and fractions of them: x to the right, y down, 0 at the outer edge of the first pixel. */
public record Point(double x, double y) {
    /** The place half way to another. */
    public Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }

    public Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    public Point times(double factor) {
        return new Point(x * factor, y * factor);
    }

    /** Its distance from the origin. */
    public double length() {
        return Math.hypot(x, y);
    }

    public double distance(Point other) {
        return minus(other).length();
    }
}
