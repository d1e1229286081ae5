package io.imageseg.bench.photo;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.ImageFormat;
import io.imageseg.image.Picture;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Pictures to files, as cameras and programs write them. */
final class PhotoFile {
    private static final int QUALITY = 90;

    private PhotoFile() {}

    /** The largest part in the middle with these proportions, in this size; owned by the caller. */
    static Picture middle(Picture picture, int width, int height) {
        Box part = middle(picture.box(), width, height);
        try (PointerScope _ = new PointerScope()) {
            Mat scaled = new Mat();
            boolean shrinks = width < part.width();
            Mat colours = new Mat(picture.rgb(), part.rect());
            resize(colours, scaled, new Size(width, height), 0, 0, shrinks ? INTER_AREA : INTER_CUBIC);
            scaled.retainReference();
            return new Picture(scaled, null);
        }
    }

    static Box middle(Box whole, int width, int height) {
        double scale = Math.min((double) whole.width() / width, (double) whole.height() / height);
        int partWidth = Math.max(1, (int) (width * scale));
        int partHeight = Math.max(1, (int) (height * scale));
        return new Box((whole.width() - partWidth) / 2, (whole.height() - partHeight) / 2, partWidth, partHeight);
    }

    /** @throws IllegalArgumentException if the format cannot be written */
    static byte[] of(Picture picture, ImageFormat format) {
        try (PointerScope _ = new PointerScope()) {
            Mat bgr = new Mat();
            cvtColor(picture.rgb(), bgr, COLOR_RGB2BGR);
            BytePointer file = new BytePointer();
            if (!imencode(ending(format), bgr, file, options(format))) {
                throw new IllegalArgumentException("OpenCV did not write " + format);
            }
            byte[] bytes = new byte[(int) file.limit()];
            file.get(bytes);
            return bytes;
        }
    }

    private static IntPointer options(ImageFormat format) {
        return switch (format) {
            case JPEG -> new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY);
            case WEBP -> new IntPointer(IMWRITE_WEBP_QUALITY, QUALITY);
            case PNG, BMP, GIF -> new IntPointer();
        };
    }

    private static String ending(ImageFormat format) {
        return switch (format) {
            case JPEG -> ".jpg";
            case PNG -> ".png";
            case WEBP -> ".webp";
            case BMP -> ".bmp";
            case GIF -> throw new IllegalArgumentException("GIF is not written");
        };
    }
}
