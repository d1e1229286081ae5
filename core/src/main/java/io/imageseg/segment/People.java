package io.imageseg.segment;

import io.imageseg.detect.DetectedObject;
import io.imageseg.detect.Face;
import io.imageseg.detect.FaceDetector;
import io.imageseg.detect.ObjectClass;
import io.imageseg.detect.ObjectDetector;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where people are: by their whole bodies, and by faces whose bodies were not found.
 *
 * @param faces surest first
 * @param regions of bodies, surest first, then those guessed from faces
 */
record People(List<Face> faces, List<Region> regions) {
    private static final double SURE_BODY = .35;
    private static final double SURE_FACE = .5;
    private static final double SAME_RANK = .25;
    private static final double SAME = .6;

    static final Set<ObjectClass> ANIMALS = EnumSet.of(
            ObjectClass.BIRD,
            ObjectClass.CAT,
            ObjectClass.DOG,
            ObjectClass.HORSE,
            ObjectClass.SHEEP,
            ObjectClass.COW,
            ObjectClass.ELEPHANT,
            ObjectClass.BEAR,
            ObjectClass.ZEBRA,
            ObjectClass.GIRAFFE,
            ObjectClass.TEDDY_BEAR);

    static People in(Picture picture, FaceDetector faceDetector, ObjectDetector objectDetector) {
        return of(faceDetector.detect(picture), objectDetector.detect(picture));
    }

    /** The people among all faces and things that were detected, both surest first. */
    static People of(List<Face> detected, List<DetectedObject> objects) {
        List<Face> faces = meant(detected);
        List<Region> regions = new ArrayList<>();
        for (DetectedObject object : objects) {
            if (object.objectClass() == ObjectClass.PERSON
                    && (holdsFace(object.region(), faces) || isSureBody(object, objects))) {
                regions.add(object.region());
            }
        }
        for (Face face : faces) {
            boolean known = regions.stream()
                    .anyMatch(region -> region.contains(face.region().centre()));
            if (!known) {
                regions.add(body(face));
            }
        }
        return new People(faces, List.copyOf(regions));
    }

    /** Without faint and small faces: strangers in the background, and what only looks like a face. */
    private static List<Face> meant(List<Face> faces) {
        double largest =
                faces.stream().mapToDouble(face -> face.region().area()).max().orElse(0);
        return faces.stream()
                .filter(face -> face.score() >= SURE_FACE || face.region().area() >= SAME_RANK * largest)
                .toList();
    }

    private static boolean holdsFace(Region body, List<Face> faces) {
        return faces.stream().anyMatch(face -> body.contains(face.region().centre()));
    }

    /** The detector takes animals seen from near for people too; then no face tells them apart. */
    private static boolean isSureBody(DetectedObject body, List<DetectedObject> objects) {
        return body.score() >= SURE_BODY
                && objects.stream()
                        .noneMatch(object -> ANIMALS.contains(object.objectClass())
                                && object.score() > SAME * body.score()
                                && object.region().overlap(body.region()) > SAME);
    }

    /** Where the body of a face may be, standing or sitting, in widths and heights of the face. */
    private static Region body(Face face) {
        Region region = face.region();
        double x = region.centre().x();
        return new Region(
                x - 1.8 * region.width(),
                region.top() - .7 * region.height(),
                x + 1.8 * region.width(),
                region.top() + 6.5 * region.height());
    }
}
