package io.imageseg.image;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;

import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;

/** How stored pixels are to be turned for a viewer: the tag {@code Orientation} (0x0112) of EXIF 2.32, values 1 to 8. */
public enum Orientation {
    UPRIGHT(1, false),
    MIRRORED(2, false),
    UPSIDE_DOWN(3, false),
    MIRRORED_UPSIDE_DOWN(4, false),
    TRANSPOSED(5, true),
    LYING_LEFT(6, true),
    TRANSVERSED(7, true),
    LYING_RIGHT(8, true);

    private final int tag;
    private final boolean swapsSides;

    Orientation(int tag, boolean swapsSides) {
        this.tag = tag;
        this.swapsSides = swapsSides;
    }

    /** The orientation of a tag's value; values outside 1 to 8 mean upright. */
    public static Orientation ofTag(int value) {
        return Arrays.stream(values()).filter(o -> o.tag == value).findFirst().orElse(UPRIGHT);
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return swapsSides;
    }

    /** A turned copy of the stored pixels, or the same object when they are upright. */
    Mat applyTo(Mat stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        Mat turned = new Mat();
        switch (this) {
            case UPRIGHT -> throw new AssertionError("returned above");
            case MIRRORED -> flip(stored, turned, 1);
            case UPSIDE_DOWN -> rotate(stored, turned, ROTATE_180);
            case MIRRORED_UPSIDE_DOWN -> flip(stored, turned, 0);
            case TRANSPOSED -> transpose(stored, turned);
            case LYING_LEFT -> rotate(stored, turned, ROTATE_90_CLOCKWISE);
            case TRANSVERSED -> {
                rotate(stored, turned, ROTATE_180);
                transpose(turned.clone(), turned);
            }
            case LYING_RIGHT -> rotate(stored, turned, ROTATE_90_COUNTERCLOCKWISE);
        }
        return turned;
    }
}
