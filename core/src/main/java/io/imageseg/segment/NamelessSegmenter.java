package io.imageseg.segment;

import io.imageseg.detect.DetectedObject;
import io.imageseg.detect.ObjectClass;
import io.imageseg.detect.ObjectDetector;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.image.Region;
import io.imageseg.matte.PlacedMatte;
import io.imageseg.matte.SalientMatte;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.matte.SubjectMatte;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts out a piece of furniture of a kind that the detector has no name for, a cupboard or a lamp: the main subject, if
 * it is nothing that has another name. One picture at a time.
 */
public final class NamelessSegmenter {
    /** So sure it is that a subject without a name is furniture. */
    static final double CONFIDENCE = .2;

    private static final double SAME = .4;

    /** Names that the detector gives to cupboards, stools and shelves too. */
    private static final Set<ObjectClass> MISNOMERS = EnumSet.of(
            ObjectClass.CHAIR,
            ObjectClass.COUCH,
            ObjectClass.BED,
            ObjectClass.DINING_TABLE,
            ObjectClass.BENCH,
            ObjectClass.REFRIGERATOR);

    private final ObjectDetector objects;
    private final SubjectMatte subject;

    public NamelessSegmenter(ObjectDetector objects, SalientMatte salient) {
        this.objects = objects;
        subject = new SubjectMatte(salient, SubjectChoice.MAIN_SUBJECT);
    }

    /** The piece, in its place, owned by the caller; empty when nothing stands out or what does has another name. */
    public Optional<PlacedCutout> cut(Picture picture) {
        return subject.of(picture).flatMap(matte -> {
            try (PlacedMatte found = PlacedMatte.whole(matte)) {
                return found.extent()
                        .filter(extent -> !hasAnotherName(picture, extent))
                        .flatMap(_ -> Composition.of(picture, found.place(), matte, CONFIDENCE));
            }
        });
    }

    private boolean hasAnotherName(Picture picture, Region extent) {
        return objects.detect(picture).stream()
                .filter(object -> !MISNOMERS.contains(object.objectClass()))
                .map(DetectedObject::region)
                .anyMatch(region -> region.overlap(extent) > SAME);
    }
}
