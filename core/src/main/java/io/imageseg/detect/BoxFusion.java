package io.imageseg.detect;

import io.imageseg.image.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One box of what several looks saw (Solovyev et al., "Weighted boxes fusion", 2021), whatever class each took it for.
 * What one look alone sees is believed less: the score is half the best, half the mean of the best two looks.
 */
final class BoxFusion {
    private static final double SAME = .5;
    private static final double SURE_MEMBER = .5;
    private static final double INSIDE = .85;
    private static final double SMALLER = .5;
    private static final double OF_ITS_OWN = .8;

    private BoxFusion() {}

    /** A finding and the look that found it. */
    record Sighting(DetectedObject object, int look) {
        double score() {
            return object.score();
        }

        Region region() {
            return object.region();
        }
    }

    /** The things of at least a score, surest first, without parts of others. */
    static List<DetectedObject> fuse(List<Sighting> sightings, double least) {
        List<List<Sighting>> groups = new ArrayList<>();
        sightings.stream()
                .sorted(Comparator.comparingDouble(Sighting::score).reversed())
                .forEach(sighting -> groupOf(groups, sighting).add(sighting));
        List<DetectedObject> kept = new ArrayList<>();
        groups.stream()
                .map(BoxFusion::fused)
                .filter(thing -> thing.score() >= least)
                .sorted(Comparator.comparingDouble(DetectedObject::score).reversed())
                .filter(thing -> kept.stream().noneMatch(surer -> isPart(thing, surer)))
                .forEach(kept::add);
        return List.copyOf(kept);
    }

    private static List<Sighting> groupOf(List<List<Sighting>> groups, Sighting sighting) {
        for (List<Sighting> group : groups) {
            if (group.getFirst().region().overlap(sighting.region()) > SAME) {
                return group;
            }
        }
        groups.add(new ArrayList<>());
        return groups.getLast();
    }

    private static DetectedObject fused(List<Sighting> group) {
        Sighting best = group.getFirst();
        List<Sighting> members = group.stream()
                .filter(one -> one.score() > SURE_MEMBER * best.score())
                .toList();
        Region region = new Region(
                mean(members, Region::left),
                mean(members, Region::top),
                mean(members, Region::right),
                mean(members, Region::bottom));
        return new DetectedObject(
                (best.score() + meanOfTwoLooks(group)) / 2, best.object().objectClass(), region);
    }

    private static double mean(List<Sighting> members, ToDoubleFunction<Region> edge) {
        double weights = 0;
        double sum = 0;
        for (Sighting one : members) {
            double weight = one.score() * one.score();
            weights += weight;
            sum += weight * edge.applyAsDouble(one.region());
        }
        return sum / weights;
    }

    private static double meanOfTwoLooks(List<Sighting> group) {
        Map<Integer, Double> best = new HashMap<>();
        group.forEach(one -> best.merge(one.look(), one.score(), Math::max));
        return best.values().stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(2)
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / 2;
    }

    private static boolean isPart(DetectedObject thing, DetectedObject surer) {
        double area = thing.region().area();
        return thing.region().shared(surer.region()) > INSIDE * area
                && area < SMALLER * surer.region().area()
                && thing.score() < OF_ITS_OWN * surer.score();
    }
}
