package io.imageseg.matte;

import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The finished edges of a cutout, the one treatment that all mattes get: hair and fur by colours ({@link
 * ColourMatting}), everything else as it was found, and the subject's own colours under all that is soft ({@link
 * ForegroundColours}). Owns both.
 *
 * @param colours CV_8UC3, red first
 */
public record Edges(Matte matte, Mat colours) implements AutoCloseable {
    /** Of a matte as a network or a cut by colours leaves it. The matte stays its owner's. */
    public static Edges of(Picture picture, Matte matte) {
        Matte settled = settled(picture, matte);
        return new Edges(settled, ForegroundColours.of(picture, settled));
    }

    /** Of a matte that is to stay as it is: of hard goods, or of a part of a settled one. It stays its owner's. */
    public static Edges kept(Picture picture, Matte matte) {
        return new Edges(new Matte(matte.alpha().clone()), ForegroundColours.of(picture, matte));
    }

    /** The matte alone, of the picture's size, owned by the caller. */
    public static Matte settled(Picture picture, Matte matte) {
        try (PointerScope _ = new PointerScope()) {
            Mat settled = ColourMatting.of(picture.rgb(), matte.alpha());
            settled.retainReference();
            return new Matte(settled);
        }
    }

    @Override
    public void close() {
        matte.close();
        colours.close();
    }
}
