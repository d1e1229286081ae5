package io.imageseg.segment;

import io.imageseg.detect.FaceDetector;
import io.imageseg.detect.ObjectDetector;
import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.matte.PersonMatte;
import java.util.Optional;

/** Cuts out all people and nothing but people. One picture at a time. */
public final class BodySegmenter {
    private final FaceDetector faceDetector;
    private final ObjectDetector objectDetector;
    private final PersonMatte personMatte;

    public BodySegmenter(FaceDetector faceDetector, ObjectDetector objectDetector, PersonMatte personMatte) {
        this.faceDetector = faceDetector;
        this.objectDetector = objectDetector;
        this.personMatte = personMatte;
    }

    /** The cutout, of the picture's size, owned by the caller; empty when there is nobody. */
    public Optional<Cutout> cut(Picture picture) {
        People people = People.in(picture, faceDetector, objectDetector);
        return personMatte.of(picture, people.regions()).map(matte -> {
            try (matte) {
                return Composition.of(picture, matte);
            }
        });
    }
}
