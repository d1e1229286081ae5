package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * The matte of the thing in a box, by what stands out when the box is looked at with several margins. That is all or
 * nothing: the thing whole, or something else. It is believed if its own box is the one that was asked for.
 */
public final class BoxMatte {
    /** The least fit with which a matte is believed. */
    public static final double ACCEPTED = .80;

    /** Around the box, in its extents; in the order in which they most often succeed. */
    private static final double[] MARGINS = {.12, .05, .25, .5};

    private static final double GOOD_ENOUGH = .85;

    /** After two looks further from the box than this, the others are spared. */
    private static final double HOPELESS = .4;

    private static final double CONNECTED = .15;
    private static final double OWN_MARGIN = .1;
    private static final double OWN_SHARE = .6;
    private static final double BETTER = .05;
    private static final int LEAST_SIDE = 40;

    private final SalientMatte salient;

    public BoxMatte(SalientMatte salient) {
        this.salient = salient;
    }

    /**
     * The matte that fits the box best, owned by the caller, if it does so by more than {@code least}; none for boxes
     * with no side of 40 pixels.
     *
     * @param rivals boxes of other things: a matte that fits one of them better counts half
     * @param looks at most so many margins are tried, of up to 4; each costs one run of the network
     */
    public Optional<PlacedMatte> of(Picture picture, Region box, List<Region> rivals, double least, int looks) {
        if (Math.max(box.width(), box.height()) < LEAST_SIDE) {
            return Optional.empty();
        }
        PlacedMatte best = null;
        for (int i = 0; i < Math.min(looks, MARGINS.length); i++) {
            PlacedMatte found = look(picture, box, MARGINS[i], rivals);
            if (best == null || found.fit() > best.fit()) {
                if (best != null) {
                    best.close();
                }
                best = found;
            } else {
                found.close();
            }
            if (best.fit() > GOOD_ENOUGH || i > 0 && best.fit() < HOPELESS) {
                break;
            }
        }
        if (best != null && best.fit() <= least) {
            best.close();
            best = null;
        }
        return Optional.ofNullable(best);
    }

    private PlacedMatte look(Picture picture, Region box, double margin, List<Region> rivals) {
        Box part = box.grown(margin).within(picture.box()).orElseThrow();
        try (PointerScope _ = new PointerScope();
                Matte seen = salient.of(picture, part)) {
            Mat own = own(seen.alpha(), box, part);
            double fit = PlacedMatte.extent(own, part)
                    .map(extent -> fit(extent, box, rivals))
                    .orElse(0.0);
            own.retainReference();
            return new PlacedMatte(part, new Matte(own), fit);
        }
    }

    /** What mostly lies in the box, whole. */
    private static Mat own(Mat alpha, Region box, Box part) {
        Mat own = new Mat(alpha.size(), CV_32FC1, Scalar.all(0));
        box.grown(OWN_MARGIN)
                .within(part)
                .ifPresent(inner -> alpha.copyTo(
                        own,
                        Components.of(alpha, CONNECTED)
                                .inside(inner.seenFrom(part), OWN_SHARE)
                                .mask()));
        return own;
    }

    static double fit(Region extent, Region box, List<Region> rivals) {
        double fit = extent.overlap(box);
        boolean isAnother = rivals.stream().anyMatch(rival -> extent.overlap(rival) > fit + BETTER);
        return isAnother ? fit / 2 : fit;
    }
}
