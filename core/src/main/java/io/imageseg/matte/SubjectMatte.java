package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.bitwise_or;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;

import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * The main subject alone: the whole picture says which confident components are the subject, and where that leaves
 * doubts or details, a second look at their box says where their edges are. What is not connected to the subject is
 * dropped.
 *
 * <p>The second look is all or nothing: it finds the subject again or it finds something else. It is believed if it
 * keeps the core and is not cut off by the edge of its own crop.
 */
public final class SubjectMatte {
    private static final double CONFIDENT = .8;
    private static final double CONNECTED = .15;
    private static final double KEPT_SCORE = .15;
    private static final int MARGIN_PIXELS = 8;
    private static final double LEAST_KEPT = .97;
    private static final double MOST_CUT = .02;
    private static final double CLEAR = .10;
    private static final double OPAQUE = .95;

    /** So many times as large a second look must show the subject to be worth it for its details alone. */
    private static final double MUCH_LARGER = 1.25;

    private final SalientMatte salient;
    private final SubjectChoice choice;

    public SubjectMatte(SalientMatte salient, SubjectChoice choice) {
        this.salient = salient;
        this.choice = choice;
    }

    /** The subject's matte, of the picture's size, owned by the caller; empty when nothing stands out. */
    public Optional<Matte> of(Picture picture) {
        try (PointerScope _ = new PointerScope()) {
            SalientSquare first = salient.square(picture, picture.box());
            Components components = Components.of(first.alpha(), CONFIDENT);
            if (components.isEmpty()) {
                return Optional.empty();
            }
            Components core = components.atLeast(KEPT_SCORE, choice.centrality());
            Mat coreMask = core.mask();
            SalientSquare subject = connected(first, coreMask);
            Box region = first.inPicture(core.box()).grown(choice.margin(), MARGIN_PIXELS, picture.box());
            if (showsMore(region, picture.box(), subject)) {
                subject = second(picture, region, first, coreMask).orElse(subject);
            }
            Mat stretched = stretched(subject.spread(picture.width(), picture.height()));
            stretched.retainReference();
            return Optional.of(new Matte(stretched));
        }
    }

    private static boolean showsMore(Box region, Box frame, SalientSquare subject) {
        double larger =
                Math.max(shown(region.width()) / shown(frame.width()), shown(region.height()) / shown(frame.height()));
        return !region.equals(frame)
                && (larger > MUCH_LARGER || !Certainty.of(subject.alpha()).isEnough());
    }

    /** How large a pixel is in the network's square, where its cells do not make more of it. */
    private static double shown(int side) {
        return Math.min(1, (double) SalientMatte.SIDE / side);
    }

    /** What the second look makes of the subject, if it is to be believed. */
    private Optional<SalientSquare> second(Picture picture, Box region, SalientSquare first, Mat coreMask) {
        SalientSquare second = salient.square(picture, region);
        Mat core = second.mask(coreMask, first.region());
        boolean cutOff = second.shareOnInnerEdges(picture.box()) > MOST_CUT;
        return cutOff || shareKept(Components.above(second.alpha(), .5), core) < LEAST_KEPT
                ? Optional.empty()
                : Optional.of(connected(second, core));
    }

    private static double shareKept(Mat found, Mat core) {
        Mat kept = new Mat();
        bitwise_and(found, core, kept);
        return (double) countNonZero(kept) / countNonZero(core);
    }

    /** Without the components that hold nothing of the core; what is fainter than a component stays. */
    private static SalientSquare connected(SalientSquare look, Mat core) {
        Mat keep = Components.of(look.alpha(), CONNECTED).touching(core);
        Mat faint = new Mat();
        bitwise_not(Components.above(look.alpha(), CONNECTED), faint);
        bitwise_or(keep, faint, keep);
        Mat kept = new Mat(look.alpha().size(), look.alpha().type(), Scalar.all(0));
        look.alpha().copyTo(kept, keep);
        return new SalientSquare(kept, look.region());
    }

    /** The network seldom says quite nothing or quite all: its ends are pulled to 0 and 1. */
    private static Mat stretched(Mat alpha) {
        alpha.convertTo(alpha, -1, 1 / (OPAQUE - CLEAR), -CLEAR / (OPAQUE - CLEAR));
        Channels.clip(alpha, 1);
        return alpha;
    }
}
