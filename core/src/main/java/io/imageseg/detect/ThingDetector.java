package io.imageseg.detect;

import static org.bytedeco.opencv.global.opencv_core.flip;

import io.imageseg.detect.BoxFusion.Sighting;
import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Finds things of some classes, small ones too: the detector looks at the whole photo and at overlapping tiles, each
 * also mirrored, and what the four looks saw is fused. Not safe for several threads, as its network is not.
 */
public final class ThingDetector {
    /** At most so many things are given. */
    public static final int MOST = 12;

    /** A tile's side in longer sides of the photo. */
    private static final double TILE = .65;

    private static final double TILE_OVERLAP = .4;
    private static final double CANDIDATE = .2;

    /** Tiles tear larger things apart; in areas of the photo. */
    private static final double LARGEST_IN_TILE = .15;

    private static final int PLAIN = 1;
    private static final int MIRRORED = 2;
    private static final int TILED = 4;

    /** Photos smaller than this gain nothing by being magnified. */
    private static final int LEAST_SIDE = 320;

    private final ObjectDetector detector;
    private final ThingChoice choice;

    public ThingDetector(ObjectDetector detector, ThingChoice choice) {
        this.detector = detector;
        this.choice = choice;
    }

    /** The things, within the photo; of more than {@link #MOST} those of the largest score · √area, surest first. */
    public List<DetectedObject> detect(Picture photo) {
        List<Sighting> sightings = new ArrayList<>(look(photo, photo.box(), 0));
        if (Math.max(photo.width(), photo.height()) >= LEAST_SIDE) {
            int side = (int) Math.ceil(TILE * Math.max(photo.width(), photo.height()));
            for (Box tile : Tiles.of(photo.box(), side, TILE_OVERLAP)) {
                look(photo, tile, TILED).stream()
                        .filter(one -> isWholeInTile(one.region(), tile, photo.box()))
                        .forEach(sightings::add);
            }
        }
        return BoxFusion.fuse(sightings, choice.least()).stream()
                .sorted(Comparator.comparingDouble(ThingDetector::weight).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingDouble(DetectedObject::score).reversed())
                .toList();
    }

    private List<Sighting> look(Picture photo, Box part, int kind) {
        List<Sighting> seen = new ArrayList<>();
        try (Picture region = photo.part(part)) {
            for (DetectedObject found : detector.candidates(region, choice.classes(), CANDIDATE)) {
                place(found, found.region(), part, photo.box(), kind + PLAIN, seen);
            }
            Mat mirror = new Mat();
            flip(region.rgb(), mirror, 1);
            try (Picture mirrored = new Picture(mirror, null)) {
                for (DetectedObject found : detector.candidates(mirrored, choice.classes(), CANDIDATE)) {
                    Region box = found.region();
                    Region back =
                            new Region(part.width() - box.right(), box.top(), part.width() - box.left(), box.bottom());
                    place(found, back, part, photo.box(), kind + MIRRORED, seen);
                }
            }
        }
        return seen;
    }

    /** Moves what was found in a part to its place, and cuts off what reaches past the photo. */
    private static void place(DetectedObject found, Region inPart, Box part, Box photo, int look, List<Sighting> seen) {
        double left = Math.max(0, inPart.left() + part.x());
        double top = Math.max(0, inPart.top() + part.y());
        double right = Math.min(photo.width(), inPart.right() + part.x());
        double bottom = Math.min(photo.height(), inPart.bottom() + part.y());
        if (right > left && bottom > top) {
            Region region = new Region(left, top, right, bottom);
            seen.add(new Sighting(new DetectedObject(found.score(), found.objectClass(), region), look));
        }
    }

    private static boolean isWholeInTile(Region region, Box tile, Box photo) {
        double slack = .01 * tile.width();
        return region.area() <= LARGEST_IN_TILE * photo.area()
                && (tile.x() == 0 || region.left() > tile.x() + slack)
                && (tile.y() == 0 || region.top() > tile.y() + slack)
                && (tile.x() + tile.width() == photo.width() || region.right() < tile.x() + tile.width() - slack)
                && (tile.y() + tile.height() == photo.height() || region.bottom() < tile.y() + tile.height() - slack);
    }

    private static double weight(DetectedObject thing) {
        return thing.score() * Math.sqrt(thing.region().area());
    }
}
