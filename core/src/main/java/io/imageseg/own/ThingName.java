package io.imageseg.own;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a network's classes can mean to us. */
public enum ThingName {
    AEROPLANE(Group.VEHICLES),
    BICYCLE(Group.VEHICLES),
    BOAT(Group.VEHICLES),
    BUS(Group.VEHICLES),
    CAR(Group.VEHICLES),
    MOTORCYCLE(Group.VEHICLES),
    TRAIN(Group.VEHICLES),
    TRUCK(Group.VEHICLES),
    VAN(Group.VEHICLES),
    BED(Group.FURNITURE),
    BENCH(Group.FURNITURE),
    CHAIR(Group.FURNITURE),
    CUPBOARD(Group.FURNITURE),
    DESK(Group.FURNITURE),
    LAMP(Group.FURNITURE),
    SHELF(Group.FURNITURE),
    SOFA(Group.FURNITURE),
    STOOL(Group.FURNITURE),
    TABLE(Group.FURNITURE),
    WARDROBE(Group.FURNITURE);

    /** Which action a thing belongs to. */
    public enum Group {
        VEHICLES,
        FURNITURE
    }

    private final Group group;

    ThingName(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }

    /** The name in settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a label; empty if there is none. */
    static Optional<ThingName> of(String label) {
        return Arrays.stream(values())
                .filter(name -> name.label().equals(label))
                .findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(ThingName::label).toList();
    }
}
