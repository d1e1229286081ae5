package io.imageseg.segment;

import static org.bytedeco.opencv.global.opencv_core.CMP_EQ;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.compare;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2RGBA;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import io.imageseg.image.Box;
import io.imageseg.image.Cutout;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.matte.Edges;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Makes cutouts of pictures and mattes: all of them here, with the edges that {@link Edges} gives them. */
final class Composition {
    /** Alpha up to this, of 255, is noise that would only widen a tight box. */
    private static final int NOISE = 4;

    private Composition() {}

    /** The cutout, of the picture's size, owned by the caller. */
    static Cutout of(Picture picture, Matte matte) {
        try (Edges edges = Edges.of(picture, matte)) {
            return joined(picture, edges.matte(), edges.colours());
        }
    }

    private static Cutout joined(Picture picture, Matte matte, Mat foreground) {
        try (PointerScope _ = new PointerScope()) {
            Mat alpha = new Mat();
            matte.alpha().convertTo(alpha, CV_8UC1, 255, 0);
            Mat transparency = picture.transparency();
            if (transparency != null) {
                multiply(alpha, transparency, alpha, 1 / 255.0, -1);
            }
            Mat rgba = new Mat();
            cvtColor(foreground, rgba, COLOR_RGB2RGBA);
            insertChannel(alpha, rgba, 3);
            compare(alpha, new Mat(1, 1, CV_8UC1, Scalar.all(0)), alpha, CMP_EQ);
            rgba.setTo(new Mat(1, 1, CV_8UC4, Scalar.all(0)), alpha);
            rgba.retainReference();
            return new Cutout(rgba);
        }
    }

    /**
     * The cutout of a part of a picture with the matte as it is, cut to its tight box, owned by the caller; empty when
     * nothing is left.
     *
     * @param matte of the part's size, of hard goods or a part of a settled one
     */
    static Optional<PlacedCutout> of(Picture picture, Box part, Matte matte, double confidence) {
        try (Picture region = picture.part(part);
                Edges edges = Edges.kept(region, matte);
                Cutout whole = joined(region, edges.matte(), edges.colours())) {
            return tight(whole, part, confidence);
        }
    }

    /** The same in the picture's own colours, blended as they are: for parts that lie side by side. */
    static Optional<PlacedCutout> plain(Picture picture, Box part, Matte matte, double confidence) {
        try (Picture region = picture.part(part);
                Cutout whole = joined(region, matte, region.rgb())) {
            return tight(whole, part, confidence);
        }
    }

    private static Optional<PlacedCutout> tight(Cutout whole, Box part, double confidence) {
        try (PointerScope _ = new PointerScope()) {
            Mat alpha = new Mat();
            extractChannel(whole.rgba(), alpha, 3);
            threshold(alpha, alpha, NOISE, 255, THRESH_BINARY);
            return Box.around(alpha).map(box -> {
                Mat rgba = new Mat(box.height(), box.width(), CV_8UC4, Scalar.all(0));
                new Mat(whole.rgba(), box.rect()).copyTo(rgba, new Mat(alpha, box.rect()));
                rgba.retainReference();
                return new PlacedCutout(box.moved(part.x(), part.y()), new Cutout(rgba), confidence);
            });
        }
    }
}
