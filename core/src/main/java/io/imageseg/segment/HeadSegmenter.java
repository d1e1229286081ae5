package io.imageseg.segment;

import io.imageseg.detect.Face;
import io.imageseg.detect.FaceDetector;
import io.imageseg.detect.FaceMesh;
import io.imageseg.detect.FaceMesher;
import io.imageseg.detect.ObjectDetector;
import io.imageseg.face.HeadLayers;
import io.imageseg.face.HeadReader;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.matte.Edges;
import io.imageseg.matte.PersonMatte;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cuts the head, the face or the hair out of every person whose face is seen. One picture at a time. */
public final class HeadSegmenter {
    private final FaceDetector faceDetector;
    private final ObjectDetector objectDetector;
    private final FaceMesher mesher;
    private final PersonMatte personMatte;
    private final HeadReader reader;

    public HeadSegmenter(
            FaceDetector faceDetector,
            ObjectDetector objectDetector,
            FaceMesher mesher,
            PersonMatte personMatte,
            HeadReader reader) {
        this.faceDetector = faceDetector;
        this.objectDetector = objectDetector;
        this.mesher = mesher;
        this.personMatte = personMatte;
        this.reader = reader;
    }

    /** A part of each person, cropped, from left to right by the faces, owned by the caller; none when nobody is seen. */
    public List<PlacedCutout> cut(Picture picture, HeadPart part) {
        People people = People.in(picture, faceDetector, objectDetector);
        List<Face> faces = people.faces().stream()
                .sorted(Comparator.comparingDouble(
                        face -> face.region().centre().x()))
                .toList();
        Optional<Matte> found = faces.isEmpty() ? Optional.empty() : personMatte.of(picture, people.regions());
        if (found.isEmpty()) {
            return List.of();
        }
        List<FaceMesh> meshes =
                faces.stream().map(face -> mesher.of(picture, face)).toList();
        try (Matte unsettled = found.get();
                Matte matte = Edges.settled(picture, unsettled)) {
            // Networks are done with; what is left for each head is arithmetic on one core.
            return Attempt.all(IntStream.range(0, meshes.size())
                    .parallel()
                    .mapToObj(i -> Attempt.at(() ->
                            cut(picture, meshes, i, matte, part, faces.get(i).score())))
                    .toList());
        }
    }

    private Optional<PlacedCutout> cut(
            Picture picture, List<FaceMesh> meshes, int which, Matte people, HeadPart part, double confidence) {
        List<FaceMesh> others = new ArrayList<>(meshes);
        FaceMesh mesh = others.remove(which);
        try (HeadLayers layers = reader.of(picture, mesh, others, people)) {
            return Composition.of(picture, layers.box(), part.of(layers), confidence);
        }
    }
}
