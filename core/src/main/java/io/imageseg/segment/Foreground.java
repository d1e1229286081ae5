package io.imageseg.segment;

import io.imageseg.detect.DetectedObject;
import io.imageseg.detect.ObjectClass;
import io.imageseg.detect.ThingChoice;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import io.imageseg.matte.BoxMatte;
import io.imageseg.matte.PersonMatte;
import io.imageseg.matte.PlacedMatte;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What often stands or sits before vehicles and furniture.
 *
 * @param people boxes of people, surest first
 * @param others boxes of animals and screens, surest first
 */
record Foreground(List<Region> people, List<Region> others) {
    private static final double SURE = .45;
    private static final double FITTING = .6;
    private static final int MOST_OTHERS = 4;

    private static final Set<ObjectClass> OTHERS =
            EnumSet.copyOf(Stream.concat(People.ANIMALS.stream(), Stream.of(ObjectClass.LAPTOP, ObjectClass.TV))
                    .toList());

    static Foreground of(List<DetectedObject> objects, ThingChoice choice) {
        List<Region> people = new ArrayList<>();
        List<Region> others = new ArrayList<>();
        for (DetectedObject object : objects) {
            if (object.score() > SURE && !choice.classes().contains(object.objectClass())) {
                if (object.objectClass() == ObjectClass.PERSON) {
                    people.add(object.region());
                } else if (OTHERS.contains(object.objectClass())) {
                    others.add(object.region());
                }
            }
        }
        return new Foreground(List.copyOf(people), List.copyOf(others));
    }

    List<Region> boxes() {
        return Stream.concat(people.stream(), others.stream()).toList();
    }

    /** All people, if one of them meets one of the boxes; owned by the caller. */
    Optional<PlacedMatte> people(Picture picture, PersonMatte matte, List<Region> these, List<Region> those) {
        boolean concerned = people.stream().anyMatch(person -> meets(person, these) || meets(person, those));
        return concerned ? matte.of(picture, people).map(PlacedMatte::whole) : Optional.empty();
    }

    /** The animals and screens that meet one of the boxes, as far as they can be told; owned by the caller. */
    List<PlacedMatte> others(Picture picture, BoxMatte matte, List<Region> boxes) {
        return others.stream()
                .filter(other -> meets(other, boxes))
                .limit(MOST_OTHERS)
                .flatMap(other -> matte.of(picture, other, List.of(), FITTING, 1).stream())
                .toList();
    }

    private static boolean meets(Region one, List<Region> others) {
        return others.stream().anyMatch(other -> one.shared(other) > 0);
    }
}
