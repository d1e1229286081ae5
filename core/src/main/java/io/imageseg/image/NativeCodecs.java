package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** OpenCV's libraries, which take about as long to load as a small picture takes to cut. */
public final class NativeCodecs {
    private NativeCodecs() {}

    /** Loads and uses them once, so that the first picture does not wait for it. */
    public static void warmUp() {
        try (PointerScope _ = new PointerScope();
                Picture picture = new PictureReader(1).read(PngWriter.bgr(new Mat(1, 1, CV_8UC3, Scalar.all(0))))) {
            picture.box();
        } catch (UnreadableImageException e) {
            throw new IllegalStateException("OpenCV does not read the PNG that it wrote", e);
        }
    }
}
