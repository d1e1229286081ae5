package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.min;
import static org.bytedeco.opencv.global.opencv_core.sumElems;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.erode;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.MaskGrid;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The matte of a thing of which a network gave a coarse mask: along the photo's edges (He et al., "Guided image
 * filtering", ECCV 2010), and, where what stands out in its box is the same thing, with the edges of that. Within a band
 * along the mask's outline that decides, elsewhere the mask does.
 */
public final class MaskMatte {
    /** The least intersection over union of mask and matte with which the matte's edges are taken. */
    private static final double AGREED = .8;

    /** In longer sides of the thing's box, at least a cell and a half of the mask. */
    private static final double BAND = .04;

    private static final double CELLS = 1.5;
    private static final double EDGE = 1e-3;
    private static final double CLEAR = .25;
    private static final double OPAQUE = .75;

    private final BoxMatte boxMatte;

    public MaskMatte(SalientMatte salient) {
        boxMatte = new BoxMatte(salient);
    }

    /**
     * The matte, owned by the caller; empty when the mask lies outside the picture.
     *
     * @param box the thing's, in pixels of the picture, as the mask's extent is
     * @param rivals boxes of other things
     * @param looks how often at most IS-Net looks at the box
     */
    public Optional<PlacedMatte> of(Picture picture, Region box, MaskGrid mask, List<Region> rivals, int looks) {
        double band = Math.max(CELLS * mask.cell(), BAND * Math.max(box.width(), box.height()));
        return mask.extent().widened(2 * band).within(picture.box()).map(place -> {
            try (PointerScope _ = new PointerScope()) {
                Mat coarse = spread(mask, place);
                Mat alpha =
                        sharpened(new Mat(picture.rgb(), place.rect()), coarse, (int) Math.ceil(CELLS * mask.cell()));
                Mat best = box.within(picture.box())
                        .flatMap(_ -> boxMatte.of(picture, box, rivals, BoxMatte.ACCEPTED, looks))
                        .map(seen -> merged(alpha, seen, place, (int) Math.ceil(band)))
                        .orElse(alpha);
                best.retainReference();
                return new PlacedMatte(place, new Matte(best), 1);
            }
        });
    }

    /** The mask in the place's pixels; 0 outside its extent. */
    private static Mat spread(MaskGrid mask, Box place) {
        Region extent = mask.extent();
        double x = mask.width() / extent.width();
        double y = mask.height() / extent.height();
        Mat matrix = new Mat(2, 3, CV_64FC1);
        try (DoubleIndexer values = matrix.createIndexer()) {
            values.put(0, 0, x, 0, (place.x() + .5 - extent.left()) * x - .5);
            values.put(1, 0, 0, y, (place.y() + .5 - extent.top()) * y - .5);
        }
        Mat cells = Floats.mat(mask.values(), mask.width(), mask.height());
        Mat spread = new Mat();
        Size size = new Size(place.width(), place.height());
        warpAffine(cells, spread, matrix, size, INTER_LINEAR | WARP_INVERSE_MAP, BORDER_REPLICATE, Scalar.all(0));
        Mat inside = new Mat(spread.size(), CV_32FC1, Scalar.all(0));
        extent.within(place).ifPresent(box -> {
            Rect part = box.seenFrom(place).rect();
            new Mat(spread, part).copyTo(new Mat(inside, part));
        });
        return inside;
    }

    private static Mat sharpened(Mat rgb, Mat coarse, int radius) {
        Mat soft = GuidedFilter.of(rgb, coarse, Math.max(2, radius), EDGE);
        Mat alpha = new Mat();
        soft.convertTo(alpha, -1, 1 / (OPAQUE - CLEAR), -CLEAR / (OPAQUE - CLEAR));
        Channels.clip(alpha, 1);
        return alpha;
    }

    /** Closes what stands out. */
    private static Mat merged(Mat alpha, PlacedMatte seen, Box place, int band) {
        try (seen) {
            Mat salient = new Mat(alpha.size(), CV_32FC1, Scalar.all(0));
            if (place.meets(seen.place())) {
                Box shared = place.grown(0, 0, seen.place());
                new Mat(seen.matte().alpha(), shared.seenFrom(seen.place()).rect())
                        .copyTo(new Mat(salient, shared.seenFrom(place).rect()));
            }
            return agreement(alpha, salient) > AGREED ? between(alpha, salient, band) : alpha;
        }
    }

    private static double agreement(Mat one, Mat other) {
        Mat shared = new Mat();
        min(one, other, shared);
        Mat both = new Mat();
        max(one, other, both);
        return sumElems(shared).get(0) / Math.max(1, sumElems(both).get(0));
    }

    private static Mat between(Mat alpha, Mat salient, int band) {
        Mat disc = getStructuringElement(MORPH_ELLIPSE, new Size(2 * band + 1, 2 * band + 1));
        Mat least = new Mat();
        erode(alpha, least, disc);
        Mat most = new Mat();
        dilate(alpha, most, disc);
        Mat merged = new Mat();
        max(salient, least, merged);
        min(merged, most, merged);
        return merged;
    }
}
