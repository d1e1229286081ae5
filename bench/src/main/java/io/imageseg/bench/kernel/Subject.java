package io.imageseg.bench.kernel;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2RGBA;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.ellipse;

import io.imageseg.bench.photo.Photos;
import io.imageseg.image.Cutout;
import io.imageseg.image.ImageFormat;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What kernels work on: a photo of 1280×1280, a matte as of a subject with a soft outline, and its cutout. */
@State(Scope.Benchmark)
public class Subject {
    /** Of the photo, in pixels. */
    public static final int SIDE = 1280;

    private static final String PHOTO = "astronaut";

    private final Picture picture;
    private final byte[] jpeg;
    private final Matte matte = softEllipse();
    private final Cutout cutout;

    public Subject() {
        try {
            Photos photos = Photos.of(Optional.empty());
            picture = photos.picture(PHOTO, SIDE, SIDE);
            jpeg = photos.scaled(PHOTO, SIDE, SIDE, ImageFormat.JPEG).file();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutout = cut(picture, matte);
    }

    private static Matte softEllipse() {
        try (PointerScope _ = new PointerScope()) {
            Mat alpha = new Mat(SIDE, SIDE, CV_32FC1, Scalar.all(0));
            Point centre = new Point(SIDE / 2, SIDE / 2);
            Size axes = new Size(SIDE / 4, SIDE / 3);
            ellipse(alpha, centre, axes, 0, 0, 360, Scalar.all(1), -1, 8, 0);
            GaussianBlur(alpha, alpha, new Size(0, 0), SIDE / 200.0);
            alpha.retainReference();
            return new Matte(alpha);
        }
    }

    private static Cutout cut(Picture picture, Matte matte) {
        try (PointerScope _ = new PointerScope()) {
            Mat rgba = new Mat();
            cvtColor(picture.rgb(), rgba, COLOR_RGB2RGBA);
            Mat alpha = new Mat();
            matte.alpha().convertTo(alpha, CV_8U, 255, 0);
            insertChannel(alpha, rgba, 3);
            Mat cut = new Mat(rgba.size(), rgba.type(), Scalar.all(0));
            rgba.copyTo(cut, alpha);
            cut.retainReference();
            return new Cutout(cut);
        }
    }

    public Picture picture() {
        return picture;
    }

    /** The picture as a file. */
    public byte[] jpeg() {
        return jpeg;
    }

    /** CV_32FC1 of the picture's size, about a quarter of it covered. */
    public Matte matte() {
        return matte;
    }

    public Cutout cutout() {
        return cutout;
    }

    @TearDown
    public void close() {
        cutout.close();
        matte.close();
        picture.close();
    }
}
