package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.bitwise_or;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;

import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * The main subject alone, in two passes: the whole picture says which confident components are the subject, a second
 * look at their box gives their edges at the box's resolution. What is not connected to the subject is dropped.
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

    private final SalientMatte salient;
    private final SubjectChoice choice;

    public SubjectMatte(SalientMatte salient, SubjectChoice choice) {
        this.salient = salient;
        this.choice = choice;
    }

    /** The subject's matte, of the picture's size, owned by the caller; empty when nothing stands out. */
    public Optional<Matte> of(Picture picture) {
        try (PointerScope _ = new PointerScope();
                Matte first = salient.of(picture, picture.box())) {
            Components components = Components.of(first.alpha(), CONFIDENT);
            if (components.isEmpty()) {
                return Optional.empty();
            }
            Components core = components.atLeast(KEPT_SCORE, choice.centrality());
            Mat coreMask = core.mask();
            Mat alpha = zoomed(picture, core.box(), coreMask).orElse(first.alpha());
            Mat stretched = stretched(connected(alpha, coreMask));
            stretched.retainReference();
            return Optional.of(new Matte(stretched));
        }
    }

    /** The second look, of the picture's size, if it would differ from the first and is to be believed. */
    private Optional<Mat> zoomed(Picture picture, Box coreBox, Mat coreMask) {
        Box region = coreBox.grown(choice.margin(), MARGIN_PIXELS, picture.box());
        if (region.equals(picture.box())) {
            return Optional.empty();
        }
        Mat whole = new Mat(picture.height(), picture.width(), CV_32FC1, Scalar.all(0));
        Mat inRegion = new Mat(whole, region.rect());
        try (Matte part = salient.of(picture, region)) {
            part.alpha().copyTo(inRegion);
        }
        Mat found = Components.above(whole, .5);
        boolean cutOff = shareOnEdges(new Mat(found, region.rect()), region, picture.box()) > MOST_CUT;
        return cutOff || shareKept(found, coreMask) < LEAST_KEPT ? Optional.empty() : Optional.of(whole);
    }

    private static double shareKept(Mat found, Mat core) {
        Mat kept = new Mat();
        bitwise_and(found, core, kept);
        return (double) countNonZero(kept) / countNonZero(core);
    }

    /** How much of those edges of the region that are not the frame's is covered, 0 to 1. */
    private static double shareOnEdges(Mat found, Box region, Box frame) {
        List<Mat> edges = new ArrayList<>();
        if (region.x() > frame.x()) {
            edges.add(found.col(0));
        }
        if (region.y() > frame.y()) {
            edges.add(found.row(0));
        }
        if (region.x() + region.width() < frame.width()) {
            edges.add(found.col(region.width() - 1));
        }
        if (region.y() + region.height() < frame.height()) {
            edges.add(found.row(region.height() - 1));
        }
        double covered = edges.stream().mapToDouble(edge -> countNonZero(edge)).sum();
        double length = edges.stream().mapToDouble(Mat::total).sum();
        return length == 0 ? 0 : covered / length;
    }

    /** Without the components that hold nothing of the core; what is fainter than a component stays. */
    private static Mat connected(Mat alpha, Mat core) {
        Mat keep = Components.of(alpha, CONNECTED).touching(core);
        Mat faint = new Mat();
        bitwise_not(Components.above(alpha, CONNECTED), faint);
        bitwise_or(keep, faint, keep);
        Mat kept = new Mat(alpha.size(), alpha.type(), Scalar.all(0));
        alpha.copyTo(kept, keep);
        return kept;
    }

    /** The network seldom says quite nothing or quite all: its ends are pulled to 0 and 1. */
    private static Mat stretched(Mat alpha) {
        Mat stretched = new Mat();
        alpha.convertTo(stretched, -1, 1 / (OPAQUE - CLEAR), -CLEAR / (OPAQUE - CLEAR));
        Channels.clip(stretched, 1);
        return stretched;
    }
}
