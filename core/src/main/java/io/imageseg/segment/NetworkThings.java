package io.imageseg.segment;

import io.imageseg.detect.ThingDetector;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.image.Region;
import io.imageseg.matte.MaskMatte;
import io.imageseg.matte.PlacedMatte;
import io.imageseg.matte.SalientMatte;
import io.imageseg.own.FoundThing;
import io.imageseg.own.ThingName;
import io.imageseg.own.ThingNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts out each thing that a network of the user's own finds; no pixel belongs to two things. At most
 * {@link ThingDetector#MOST}. One picture at a time.
 */
public final class NetworkThings {
    /** A thing of which surer ones leave less than this share is the same thing found twice. */
    private static final double LEAST_LEFT = .3;

    /** The looks at things that one photo may cost, beyond one each. */
    private static final int MOST_LOOKS = 16;

    private final ThingNetwork network;
    private final ThingName.Group group;
    private final MaskMatte mattes;

    public NetworkThings(ThingNetwork network, ThingName.Group group, SalientMatte salient) {
        this.network = network;
        this.group = group;
        mattes = new MaskMatte(salient);
    }

    private record Thing(double score, PlacedMatte matte) {}

    /** The things, largest first, owned by the caller, with the network's scores; none when it finds none. */
    public List<PlacedCutout> cut(Picture picture) {
        List<FoundThing> found = network.find(picture, group).stream()
                .sorted(Comparator.comparingDouble(NetworkThings::weight).reversed())
                .limit(ThingDetector.MOST)
                .sorted(Comparator.comparingDouble(FoundThing::score).reversed())
                .toList();
        List<Thing> things = new ArrayList<>();
        try {
            found.forEach(thing -> add(picture, thing, found, things));
            return Attempt.all(things.stream()
                    .sorted(Comparator.comparingDouble((Thing thing) -> thing.matte.area())
                            .reversed())
                    .map(thing -> Attempt.at(
                            () -> Composition.of(picture, thing.matte.place(), thing.matte.matte(), thing.score)))
                    .toList());
        } finally {
            things.forEach(thing -> thing.matte.close());
        }
    }

    /** What surer things have taken is left to them. */
    private void add(Picture picture, FoundThing thing, List<FoundThing> all, List<Thing> surer) {
        List<Region> rivals = all.stream()
                .filter(other -> other != thing)
                .map(FoundThing::box)
                .toList();
        int looks = Math.max(1, MOST_LOOKS / all.size());
        mattes.of(picture, thing.box(), thing.mask(), rivals, looks).ifPresent(matte -> {
            double before = matte.area();
            surer.forEach(other -> matte.yieldTo(other.matte));
            if (matte.area() > LEAST_LEFT * before) {
                surer.add(new Thing(thing.score(), matte));
            } else {
                matte.close();
            }
        });
    }

    private static double weight(FoundThing thing) {
        return thing.score() * Math.sqrt(thing.box().area());
    }
}
