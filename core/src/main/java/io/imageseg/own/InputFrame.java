package io.imageseg.own;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Where a picture lies in a network's input.
 *
 * @param part what it fills of the input
 */
record InputFrame(int width, int height, Box part, Box picture) {
    /** The grey of the bars beside a picture that keeps its shape, as YOLO's are. */
    private static final int GREY = 114;

    static InputFrame of(ThingFormat.Fit fit, Box picture, int width, int height) {
        if (fit == ThingFormat.Fit.STRETCH) {
            return new InputFrame(width, height, Box.whole(width, height), picture);
        }
        double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
        int partWidth = (int) Math.clamp(Math.round(picture.width() * scale), 1, width);
        int partHeight = (int) Math.clamp(Math.round(picture.height() * scale), 1, height);
        Box part = new Box((width - partWidth) / 2, (height - partHeight) / 2, partWidth, partHeight);
        return new InputFrame(width, height, part, picture);
    }

    /** What the network sees, CV_8UC3, red first; belongs to the caller's PointerScope. */
    Mat view(Picture photo) {
        Mat view = new Mat(height, width, CV_8UC3, Scalar.all(GREY));
        boolean shrinks = part.width() < picture.width() || part.height() < picture.height();
        Mat resized = new Mat();
        resize(photo.rgb(), resized, new Size(part.width(), part.height()), 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
        resized.copyTo(new Mat(view, part.rect()));
        return view;
    }

    /** From pixels of the input to those of the picture. */
    Region toPicture(Region inInput) {
        double x = (double) picture.width() / part.width();
        double y = (double) picture.height() / part.height();
        return new Region(
                (inInput.left() - part.x()) * x,
                (inInput.top() - part.y()) * y,
                (inInput.right() - part.x()) * x,
                (inInput.bottom() - part.y()) * y);
    }
}
