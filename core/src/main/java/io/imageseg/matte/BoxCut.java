package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_core.sumElems;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_FGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_INIT_WITH_MASK;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_BGD;
import static org.bytedeco.opencv.global.opencv_imgproc.GC_PR_FGD;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.grabCut;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What a box's colours say about the thing in it (Rother et al., "GrabCut", SIGGRAPH 2004), along the photo's edges (He
 * et al., "Guided image filtering", ECCV 2010): right in the large and rough in detail, for boxes in which nothing
 * stands out.
 */
public final class BoxCut {
    private static final double MARGIN = .3;
    private static final int ROUNDS = 4;

    /**
     * The longer side in which a box is cut, whatever its size: an outline costs by its length, colours count by their
     * area, so that a box of few pixels would be taken for all ground.
     */
    private static final int SIDE = 256;

    /** OpenCV draws at random where it starts; the same photo must always give the same result. */
    private static final int SEED = 1;

    /** |u|ⁿ + |v|ⁿ < 1 is where the thing is likely, with u and v from −1 to 1 across the box. */
    private static final double ROUNDNESS = 3;

    private static final double SLACK = 1.05;
    private static final double RIM = 8;
    private static final int LEAST_SAMPLES = 10;
    private static final double SMALL_PIECE = .1;
    private static final double LEAST_SHARE = .15;
    private static final double MOST_SHARE = .97;

    /** In pixels of the cut, or of the photo where those are larger: no further is an outline from the photo's edge. */
    private static final double EDGE_RADIUS = 2.5;

    private static final double EDGE = 1e-3;

    private static final double CLEAR = .25;
    private static final double OPAQUE = .75;

    private BoxCut() {}

    /**
     * The matte, owned by the caller; empty when what is found is next to nothing of the box, or all of it.
     *
     * @param inFront what is not the thing
     */
    public static Optional<PlacedMatte> of(Picture picture, Region box, List<PlacedMatte> inFront) {
        Box part = box.grown(MARGIN).widened(RIM).within(picture.box()).orElseThrow();
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(picture.rgb(), part.rect());
            Mat taken = new Mat(part.height(), part.width(), CV_8UC1, Scalar.all(0));
            inFront.forEach(other -> other.mark(taken, part, 1));
            double scale = (double) SIDE / Math.max(part.width(), part.height());
            Size size = new Size((int) Math.max(1, Math.round(part.width() * scale)), (int)
                    Math.max(1, Math.round(part.height() * scale)));
            Mat small = new Mat();
            resize(rgb, small, size, 0, 0, scale < 1 ? INTER_AREA : INTER_LINEAR);
            Mat smallTaken = new Mat();
            resize(taken, smallTaken, size, 0, 0, INTER_NEAREST);
            Mat thing = decided(small, seeds(smallTaken, box, part));
            double share = sumElems(thing).get(0) / (scale * scale * box.area());
            if (share < LEAST_SHARE || share > MOST_SHARE) {
                return Optional.empty();
            }
            Mat alpha = sharpened(rgb, thing, scale);
            alpha.setTo(new Mat(1, 1, CV_32FC1, Scalar.all(0)), taken);
            double fit = PlacedMatte.extent(alpha, part)
                    .map(extent -> extent.overlap(box))
                    .orElse(0.0);
            alpha.retainReference();
            return Optional.of(new PlacedMatte(part, new Matte(alpha), fit));
        }
    }

    /** GrabCut's marks: nothing outside the box, perhaps something in its corners, probably the thing within. */
    private static Mat seeds(Mat taken, Region box, Box part) {
        byte[] isTaken = new byte[(int) taken.total()];
        taken.data().get(isTaken);
        byte[] marks = new byte[isTaken.length];
        for (int i = 0; i < marks.length; i++) {
            double x = part.x() + (i % taken.cols() + .5) * part.width() / taken.cols();
            double y = part.y() + (i / taken.cols() + .5) * part.height() / taken.rows();
            double u = Math.abs(x - box.centre().x()) * 2 / box.width();
            double v = Math.abs(y - box.centre().y()) * 2 / box.height();
            boolean likely = Math.pow(u, ROUNDNESS) + Math.pow(v, ROUNDNESS) < 1;
            boolean outside = isTaken[i] != 0 || Math.max(u, v) > SLACK;
            marks[i] = (byte) (outside ? GC_BGD : likely ? GC_PR_FGD : GC_PR_BGD);
        }
        Mat seeds = new Mat(taken.size(), CV_8UC1);
        seeds.data().put(marks);
        return seeds;
    }

    /** 1 where the thing is, else 0, without small pieces; GrabCut needs a few of both kinds to begin with. */
    private static Mat decided(Mat rgb, Mat seeds) {
        Mat likely = new Mat();
        bitwise_and(seeds, new Mat(1, 1, CV_8UC1, Scalar.all(GC_FGD)), likely);
        int count = countNonZero(likely);
        if (count >= LEAST_SAMPLES && likely.total() - count >= LEAST_SAMPLES) {
            setRNGSeed(SEED);
            grabCut(rgb, seeds, new Rect(), new Mat(), new Mat(), ROUNDS, GC_INIT_WITH_MASK);
            bitwise_and(seeds, new Mat(1, 1, CV_8UC1, Scalar.all(GC_FGD)), likely);
        }
        Mat thing = new Mat();
        likely.convertTo(thing, CV_32F);
        Mat pieces = Components.of(thing, .5).atLeast(SMALL_PIECE, 0).mask();
        pieces.convertTo(thing, CV_32F, 1 / 255.0, 0);
        return thing;
    }

    /** Of the photo's size, its outline laid along the photo's edges. */
    private static Mat sharpened(Mat rgb, Mat thing, double scale) {
        Mat large = new Mat();
        resize(thing, large, rgb.size(), 0, 0, INTER_LINEAR);
        Mat soft = GuidedFilter.of(rgb, large, (int) Math.ceil(EDGE_RADIUS / Math.min(1, scale)), EDGE);
        Mat alpha = new Mat();
        soft.convertTo(alpha, -1, 1 / (OPAQUE - CLEAR), -CLEAR / (OPAQUE - CLEAR));
        Channels.clip(alpha, 1);
        return alpha;
    }
}
