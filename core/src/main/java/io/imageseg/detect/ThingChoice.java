package io.imageseg.detect;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which things are looked for.
 *
 * @param classes of which they are
 * @param least the least score, 0 to 1, of a thing seen in several looks
 * @param open those of the classes on which or in front of which people sit, never inside
 */
public record ThingChoice(Set<ObjectClass> classes, double least, Set<ObjectClass> open) {
    public static final ThingChoice VEHICLES = new ThingChoice(
            EnumSet.of(
                    ObjectClass.BICYCLE,
                    ObjectClass.CAR,
                    ObjectClass.MOTORCYCLE,
                    ObjectClass.AIRPLANE,
                    ObjectClass.BUS,
                    ObjectClass.TRAIN,
                    ObjectClass.TRUCK,
                    ObjectClass.BOAT),
            .30,
            EnumSet.of(ObjectClass.BICYCLE, ObjectClass.MOTORCYCLE));

    /** With a lower threshold: the detector scores pieces that the photo's edge cuts off low. */
    public static final ThingChoice FURNITURE =
            of(.25, ObjectClass.CHAIR, ObjectClass.COUCH, ObjectClass.BED, ObjectClass.DINING_TABLE);

    public ThingChoice {
        classes = Set.copyOf(classes);
        open = Set.copyOf(open);
    }

    private static ThingChoice of(double least, ObjectClass first, ObjectClass... rest) {
        Set<ObjectClass> classes = EnumSet.of(first, rest);
        return new ThingChoice(classes, least, classes);
    }
}
