package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A coarse mask with the picture's own edges. Two looks of a network and a cut by colours are weighed against the mask;
 * the mask is moved to where they agree, and all is weighed again. Further from the outline than a sixtieth of the long
 * side, and no less than 6 pixels, the mask stays as it is.
 */
public final class RefinedMatte {
    /** Around the mask's box, as a part of it. */
    private static final double MARGIN = .15;

    private static final int MARGIN_PIXELS = 8;
    private static final double CLEAR = .05;
    private static final double OPAQUE = .95;

    private final SalientMatte salient;

    public RefinedMatte(SalientMatte salient) {
        this.salient = salient;
    }

    /**
     * The refined matte, owned by the caller.
     *
     * @param coarse of the picture's size; more than a half is inside
     * @throws IllegalArgumentException if it is of another size, or has no inside or no outside
     */
    public Matte of(Picture picture, Matte coarse) {
        if (coarse.width() != picture.width() || coarse.height() != picture.height()) {
            throw new IllegalArgumentException("the mask is %d×%d, the picture %d×%d"
                    .formatted(coarse.width(), coarse.height(), picture.width(), picture.height()));
        }
        if (coarse.isEmpty() || coarse.isFull()) {
            throw new IllegalArgumentException("the mask has no outline");
        }
        try (PointerScope _ = new PointerScope()) {
            CoarseMask mask = CoarseMask.of(coarse.alpha());
            List<Mat> looks = looks(picture, mask.box());
            Mat consensus = consensus(picture, mask, looks);
            CoarseMask aligned = mask.moved(MaskAlignment.of(mask, consensus));
            Mat settled = aligned.equals(mask) ? consensus : consensus(picture, aligned, looks);
            Mat refined = aligned.confine(settled);
            refined.convertTo(refined, CV_32FC1, 1 / (OPAQUE - CLEAR), -CLEAR / (OPAQUE - CLEAR));
            Channels.clip(refined, 1);
            refined.retainReference();
            return new Matte(refined);
        }
    }

    private static Mat consensus(Picture picture, CoarseMask mask, List<Mat> looks) {
        return MaskConsensus.of(mask, looks, BandCut.of(picture, mask));
    }

    /** At the whole picture, and at what surrounds the mask if that is less. */
    private List<Mat> looks(Picture picture, Box box) {
        List<Mat> looks = new ArrayList<>();
        looks.add(look(picture, picture.box()));
        Box near = box.grown(MARGIN, MARGIN_PIXELS, picture.box());
        if (!near.equals(picture.box())) {
            looks.add(look(picture, near));
        }
        return looks;
    }

    private Mat look(Picture picture, Box region) {
        Mat whole = new Mat(picture.height(), picture.width(), CV_32FC1, Scalar.all(0));
        try (Matte part = salient.of(picture, region)) {
            part.alpha().copyTo(new Mat(whole, region.rect()));
        }
        return whole;
    }
}
