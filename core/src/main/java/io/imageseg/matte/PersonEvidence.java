package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What speaks for people in a part of a picture, on a square grid of {@link PersonPrior#SIDE} cells a side.
 *
 * @param whole log-odds from one look at all of it
 * @param nearby log-odds from looks at each person, the best of all people
 * @param boxes 1 in the boxes of people, 0 outside, soft between
 */
record PersonEvidence(float[] whole, float[] nearby, float[] boxes) {
    /** Each person is looked at with this much around its box: a prior's errors differ from crop to crop. */
    private static final double[] MARGINS = {.1, .3, .6};

    private static final int MOST_PEOPLE = 6;
    private static final int SMALLEST_CROP = 24;
    private static final float UNLIKELY = -4.6f;
    private static final double SIDE_MARGIN = .08;
    private static final double END_MARGIN = .06;
    private static final int SOFT = 9;
    private static final int SIDE = PersonPrior.SIDE;

    /** @param people their boxes, surest first; those beyond the sixth are only counted among the boxes */
    static PersonEvidence of(PersonPrior prior, Picture picture, Box part, List<Region> people) {
        float[] whole = Floats.of(prior.logOdds(picture, part));
        float[] best = new float[SIDE * SIDE];
        boolean[] seen = new boolean[SIDE * SIDE];
        for (Region person : people.subList(0, Math.min(MOST_PEOPLE, people.size()))) {
            lookAt(person, prior, picture, part, best, seen);
        }
        for (int i = 0; i < best.length; i++) {
            best[i] = seen[i] ? best[i] : people.isEmpty() ? whole[i] : Math.min(whole[i], 0);
        }
        return new PersonEvidence(whole, best, boxes(people, part));
    }

    private static void lookAt(
            Region person, PersonPrior prior, Picture picture, Box part, float[] best, boolean[] seen) {
        Mat sum = new Mat(SIDE, SIDE, CV_32FC1, Scalar.all(0));
        Mat looks = new Mat(SIDE, SIDE, CV_32FC1, Scalar.all(0));
        for (double margin : MARGINS) {
            Optional<Box> crop = person.grown(margin).within(part);
            if (crop.isPresent() && Math.min(crop.get().width(), crop.get().height()) >= SMALLEST_CROP) {
                Box cells = cells(crop.get(), part);
                Mat there = new Mat();
                resize(
                        prior.logOdds(picture, crop.get()),
                        there,
                        new Size(cells.width(), cells.height()),
                        0,
                        0,
                        INTER_AREA);
                Mat place = new Mat(sum, cells.rect());
                add(place, there, place);
                Mat count = new Mat(looks, cells.rect());
                add(count, new Mat(count.size(), CV_32FC1, Scalar.all(1)), count);
            }
        }
        float[] sums = Floats.of(sum);
        float[] counts = Floats.of(looks);
        for (int i = 0; i < sums.length; i++) {
            if (counts[i] > 0) {
                float mean = sums[i] / counts[i];
                best[i] = Math.max(seen[i] ? best[i] : UNLIKELY, mean);
                seen[i] = true;
            }
        }
    }

    /** The cells that a box covers. */
    private static Box cells(Box box, Box part) {
        int left = (int) Math.floor((box.x() - part.x()) * (double) SIDE / part.width());
        int top = (int) Math.floor((box.y() - part.y()) * (double) SIDE / part.height());
        int right = (int) Math.ceil((box.x() + box.width() - part.x()) * (double) SIDE / part.width());
        int bottom = (int) Math.ceil((box.y() + box.height() - part.y()) * (double) SIDE / part.height());
        return new Box(left, top, Math.min(SIDE, right) - left, Math.min(SIDE, bottom) - top);
    }

    private static float[] boxes(List<Region> people, Box part) {
        Mat map = new Mat(SIDE, SIDE, CV_32FC1, Scalar.all(0));
        for (Region person : people) {
            Region grown = new Region(
                    person.left() - SIDE_MARGIN * person.width(),
                    person.top() - END_MARGIN * person.height(),
                    person.right() + SIDE_MARGIN * person.width(),
                    person.bottom() + END_MARGIN * person.height());
            grown.within(part).ifPresent(box -> new Mat(map, cells(box, part).rect()).put(Scalar.all(1)));
        }
        Mat soft = new Mat();
        blur(map, soft, new Size(SOFT, SOFT));
        return Floats.of(soft);
    }

    /** The log-odds of a person by both kinds of look; those from nearby count more. */
    float logOdds(int cell) {
        return .35f * whole[cell] + .65f * nearby[cell];
    }

    /** Values of any size on this grid. */
    static float[] onGrid(Mat values) {
        Mat grid = new Mat();
        boolean shrinks = values.rows() > SIDE;
        resize(values, grid, new Size(SIDE, SIDE), 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
        return Floats.of(grid);
    }

    /** Whether any box is known. */
    boolean hasBoxes() {
        for (float box : boxes) {
            if (box > .5) {
                return true;
            }
        }
        return false;
    }
}
