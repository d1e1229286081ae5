package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * An upright picture: 8-bit RGB in sRGB, rows from top to bottom, in native memory that {@link #close} frees. Where the
 * file had transparency, the colours are laid on white and the transparency is kept beside them.
 */
public final class Picture implements AutoCloseable {
    private final Mat rgb;
    private final @Nullable Mat transparency;

    /**
     * Takes ownership of both.
     *
     * @param rgb CV_8UC3, red first
     * @param transparency CV_8UC1 of the same size, 255 opaque; null when all of it is opaque
     */
    public Picture(Mat rgb, @Nullable Mat transparency) {
        if (rgb.type() != CV_8UC3 || (transparency != null && transparency.type() != CV_8UC1)) {
            throw new IllegalArgumentException("a picture is CV_8UC3 with a transparency of CV_8UC1");
        }
        this.rgb = rgb;
        this.transparency = transparency;
    }

    public int width() {
        return rgb.cols();
    }

    public int height() {
        return rgb.rows();
    }

    public Box box() {
        return Box.whole(width(), height());
    }

    /** A part of it, which shares its pixels: to be closed by the caller, and not to be used after this is closed. */
    public Picture part(Box box) {
        try (PointerScope _ = new PointerScope()) {
            Mat colours = new Mat(rgb, box.rect());
            Mat rest = transparency == null ? null : new Mat(transparency, box.rect());
            colours.retainReference();
            if (rest != null) {
                rest.retainReference();
            }
            return new Picture(colours, rest);
        }
    }

    /** The colours, CV_8UC3, red first; owned by this picture and not to be written to. */
    public Mat rgb() {
        return rgb;
    }

    /** The source's own transparency, CV_8UC1, 255 opaque, or null; owned by this picture. */
    public @Nullable Mat transparency() {
        return transparency;
    }

    /** What it says when it is a mask: its transparency where that varies, else its brightness. Owned by the caller. */
    public Matte asMask() {
        try (PointerScope _ = new PointerScope()) {
            Mat grey = transparency;
            if (grey == null || !varies(grey)) {
                grey = new Mat();
                cvtColor(rgb, grey, COLOR_RGB2GRAY);
            }
            Mat alpha = new Mat();
            grey.convertTo(alpha, CV_32F, 1 / 255.0, 0);
            alpha.retainReference();
            return new Matte(alpha);
        }
    }

    private static boolean varies(Mat values) {
        DoublePointer least = new DoublePointer(1);
        DoublePointer most = new DoublePointer(1);
        minMaxLoc(values, least, most, null, null, null);
        return least.get() < most.get();
    }

    /** The colours as RGB PNG; transparency is left out. */
    public byte[] toPng() {
        try (PointerScope _ = new PointerScope()) {
            Mat bgr = new Mat();
            cvtColor(rgb, bgr, COLOR_RGB2BGR);
            return PngWriter.bgr(bgr);
        }
    }

    @Override
    public void close() {
        rgb.close();
        if (transparency != null) {
            transparency.close();
        }
    }
}
