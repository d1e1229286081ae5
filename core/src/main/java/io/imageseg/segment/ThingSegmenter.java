package io.imageseg.segment;

import io.imageseg.detect.DetectedObject;
import io.imageseg.detect.ObjectDetector;
import io.imageseg.detect.ThingChoice;
import io.imageseg.detect.ThingDetector;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.image.Region;
import io.imageseg.matte.BoxCut;
import io.imageseg.matte.BoxMatte;
import io.imageseg.matte.PersonMatte;
import io.imageseg.matte.PlacedMatte;
import io.imageseg.matte.SalientMatte;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts out each thing of some classes, without the people and animals before it; no pixel belongs to two things. Where
 * a thing does not stand out in its box, its colours decide. One picture at a time.
 */
public final class ThingSegmenter {
    /** A thing of which others leave less than this share is the same thing seen twice. */
    private static final double LEAST_LEFT = .3;

    /** The looks at things that one photo may cost: a street full of cars gets one each. */
    private static final int MOST_LOOKS = 16;

    private final ThingDetector detector;
    private final ThingChoice choice;
    private final ObjectDetector objects;
    private final BoxMatte boxMatte;
    private final PersonMatte personMatte;

    public ThingSegmenter(ObjectDetector objects, ThingChoice choice, SalientMatte salient, PersonMatte personMatte) {
        detector = new ThingDetector(objects, choice);
        this.choice = choice;
        this.objects = objects;
        boxMatte = new BoxMatte(salient);
        this.personMatte = personMatte;
    }

    /** The things, largest first, owned by the caller; none when none is seen or can be told from what surrounds it. */
    public List<PlacedCutout> cut(Picture picture) {
        List<DetectedObject> things = detector.detect(picture);
        if (things.isEmpty()) {
            return List.of();
        }
        Foreground foreground = Foreground.of(objects.detect(picture), choice);
        int looks = Math.max(1, MOST_LOOKS / things.size());
        List<Thing> found = new ArrayList<>();
        try {
            List<DetectedObject> rest = new ArrayList<>();
            for (DetectedObject thing : things) {
                boxMatte.of(picture, thing.region(), foreground.boxes(), BoxMatte.ACCEPTED, looks)
                        .ifPresentOrElse(matte -> found.add(new Thing(thing, matte)), () -> rest.add(thing));
            }
            divide(picture, foreground, rest, found);
            return Attempt.all(found.stream()
                    .sorted(Comparator.comparingDouble(
                                    (Thing thing) -> thing.matte().area())
                            .reversed())
                    .map(thing -> Attempt.at(() -> thing.cutout(picture)))
                    .toList());
        } finally {
            found.forEach(Thing::close);
        }
    }

    /** What stands out has its pixels first, the surer before the less sure; the others share what is left. */
    private void divide(Picture picture, Foreground foreground, List<DetectedObject> rest, List<Thing> found) {
        List<Region> concerned = rest.stream().map(DetectedObject::region).toList();
        List<Region> ridden = found.stream()
                .map(Thing::object)
                .filter(object -> choice.open().contains(object.objectClass()))
                .map(DetectedObject::region)
                .toList();
        List<PlacedMatte> inFront = new ArrayList<>();
        try {
            foreground.people(picture, personMatte, concerned, ridden).ifPresent(inFront::add);
            found.stream()
                    .filter(thing -> choice.open().contains(thing.object().objectClass()))
                    .forEach(thing -> inFront.forEach(thing.matte()::yieldTo));
            inFront.addAll(foreground.others(picture, boxMatte, concerned));
            keepApart(found);
            for (DetectedObject thing : rest) {
                List<PlacedMatte> taken = new ArrayList<>(inFront);
                found.forEach(other -> taken.add(other.matte()));
                BoxCut.of(picture, thing.region(), taken).ifPresent(matte -> {
                    taken.forEach(matte::yieldTo);
                    found.add(new Thing(thing, matte));
                });
            }
        } finally {
            inFront.forEach(PlacedMatte::close);
        }
    }

    /** Each thing leaves its pixels to those before it; what has next to none left goes. */
    static void keepApart(List<Thing> found) {
        List<Thing> kept = new ArrayList<>();
        for (Thing thing : List.copyOf(found)) {
            double before = thing.matte().area();
            kept.forEach(surer -> thing.matte().yieldTo(surer.matte()));
            if (thing.matte().area() > LEAST_LEFT * before) {
                kept.add(thing);
            } else {
                found.remove(thing);
                thing.close();
            }
        }
    }

    /** A thing and its matte, which it owns. */
    record Thing(DetectedObject object, PlacedMatte matte) implements AutoCloseable {
        Optional<PlacedCutout> cutout(Picture picture) {
            return Composition.of(picture, matte.place(), matte.matte(), object.score() * matte.fit());
        }

        @Override
        public void close() {
            matte.close();
        }
    }
}
