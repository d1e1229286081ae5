package io.imageseg.segment;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.hconcat;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.TestPhotos;
import io.imageseg.image.Picture;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Pictures made of the astronaut's photo. */
final class PeoplePhotos {
    private PeoplePhotos() {}

    /** The same photo twice, side by side: 1024×512. */
    static Picture twins() {
        try (PointerScope _ = new PointerScope();
                Picture photo = TestPhotos.astronaut()) {
            Mat rgb = new Mat();
            hconcat(photo.rgb(), photo.rgb(), rgb);
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    /** The photo at another size, in the middle of a plain ground. */
    static Picture onCanvas(int side, int width, int height) {
        try (PointerScope _ = new PointerScope();
                Picture photo = TestPhotos.astronaut()) {
            Mat rgb = new Mat(height, width, CV_8UC3, new Scalar(150, 155, 160, 0));
            Mat small = new Mat();
            resize(photo.rgb(), small, new Size(side, side), 0, 0, INTER_AREA);
            small.copyTo(new Mat(rgb, new Rect((width - side) / 2, (height - side) / 2, side, side)));
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }
}
