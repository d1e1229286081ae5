package io.imageseg.detect;

import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.model.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds all faces of a picture, from a face that fills it down to about 20 pixels, in pictures of any shape. The whole
 * picture is looked at twice, small for large faces; what is larger than {@link #TILE} pixels is looked at in
 * overlapping tiles as well, where small faces are large enough for the network. Not safe for several threads.
 */
public final class FaceDetector {
    /** The least score of a face. */
    public static final double LEAST = .35;

    static final int TILE = 1280;

    private static final int WHOLE = 640;
    private static final int SMALL = 320;
    private static final double OVERLAP = .25;
    private static final double SAME = .3;
    private static final double INSIDE = .7;

    private final CenterFace centerface;

    /** A detector over {@link io.imageseg.model.BundledNetwork#CENTERFACE}, which stays its owner's. */
    public FaceDetector(Network centerface) {
        this.centerface = new CenterFace(centerface);
    }

    /** The faces, surest first, each once; none reaches past the picture by more than the detector guesses. */
    public List<Face> detect(Picture picture) {
        List<Face> found = new ArrayList<>(centerface.look(picture, picture.box(), WHOLE, LEAST));
        found.addAll(centerface.look(picture, picture.box(), SMALL, LEAST));
        for (Box tile : Tiles.of(picture.box(), TILE, OVERLAP)) {
            found.addAll(centerface.look(picture, tile, WHOLE, LEAST));
        }
        return Suppression.surest(found, Face::score, FaceDetector::isSame);
    }

    private static boolean isSame(Face surer, Face other) {
        return surer.region().overlap(other.region()) > SAME
                || Suppression.containment(surer.region(), other.region()) > INSIDE;
    }
}
