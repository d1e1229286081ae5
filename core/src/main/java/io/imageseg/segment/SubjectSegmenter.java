package io.imageseg.segment;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2RGBA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.imageseg.image.Cutout;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.matte.ForegroundColours;
import io.imageseg.matte.SalientMatte;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.matte.SubjectMatte;
import io.imageseg.model.Network;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Cuts out the main subject: goods, animals, people, whatever the picture is of. One picture at a time. */
public final class SubjectSegmenter {
    private final SubjectMatte subject;

    /**
     * A segmenter over a network.
     *
     * @param isnet IS-Net general-use as {@link SalientMatte} describes it; stays its owner's
     * @param choice what is looked for
     */
    public SubjectSegmenter(Network isnet, SubjectChoice choice) {
        subject = new SubjectMatte(new SalientMatte(isnet), choice);
    }

    /** The cutout, of the picture's size, owned by the caller; empty when nothing stands out. */
    public Optional<Cutout> cut(Picture picture) {
        return subject.of(picture).map(matte -> {
            try (matte) {
                return compose(picture, matte);
            }
        });
    }

    private static Cutout compose(Picture picture, Matte matte) {
        try (PointerScope _ = new PointerScope();
                Mat foreground = ForegroundColours.of(picture, matte)) {
            Mat alpha = new Mat();
            matte.alpha().convertTo(alpha, CV_8UC1, 255, 0);
            Mat transparency = picture.transparency();
            if (transparency != null) {
                multiply(alpha, transparency, alpha, 1 / 255.0, -1);
            }
            Mat colours = new Mat();
            cvtColor(foreground, colours, COLOR_RGB2RGBA);
            insertChannel(alpha, colours, 3);
            Mat rgba = new Mat(colours.size(), CV_8UC4, Scalar.all(0));
            colours.copyTo(rgba, alpha);
            rgba.retainReference();
            return new Cutout(rgba);
        }
    }
}
