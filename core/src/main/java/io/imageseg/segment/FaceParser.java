package io.imageseg.segment;

import io.imageseg.detect.Face;
import io.imageseg.detect.FaceDetector;
import io.imageseg.detect.FaceMesh;
import io.imageseg.detect.FaceMesher;
import io.imageseg.detect.ObjectDetector;
import io.imageseg.face.FaceDivision;
import io.imageseg.face.FaceFitness;
import io.imageseg.face.FacePart;
import io.imageseg.face.FaceParts;
import io.imageseg.face.HeadLayers;
import io.imageseg.face.HeadReader;
import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.matte.PersonMatte;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Divides the one face of a picture into its parts. One picture at a time. */
public final class FaceParser {
    /** A face of less than this share of the largest one's area stands in the background. */
    private static final double SAME_RANK = .25;

    private final FaceDetector faceDetector;
    private final ObjectDetector objectDetector;
    private final FaceMesher mesher;
    private final PersonMatte personMatte;
    private final HeadReader reader;
    private final FaceDivision division;

    public FaceParser(
            FaceDetector faceDetector,
            ObjectDetector objectDetector,
            FaceMesher mesher,
            PersonMatte personMatte,
            HeadReader reader,
            FaceDivision division) {
        this.faceDetector = faceDetector;
        this.objectDetector = objectDetector;
        this.mesher = mesher;
        this.personMatte = personMatte;
        this.reader = reader;
        this.division = division;
    }

    /** The parts of the only face, or why there are none. */
    public FaceParse parse(Picture picture) {
        People people = People.in(picture, faceDetector, objectDetector);
        Optional<Face> largest = people.faces().stream().max(Comparator.comparingDouble(FaceParser::area));
        if (largest.isEmpty()) {
            return new FaceParse.NoFace();
        }
        List<Face> meant = people.faces().stream()
                .filter(face -> area(face) >= SAME_RANK * area(largest.get()))
                .toList();
        if (meant.size() > 1) {
            return new FaceParse.SeveralFaces(meant.size());
        }
        FaceMesh mesh = mesher.of(picture, largest.get());
        Optional<FaceFitness.Fault> fault = FaceFitness.fault(mesh, picture.box());
        if (fault.isPresent()) {
            return new FaceParse.Unfit(fault.get());
        }
        List<FaceMesh> others = people.faces().stream()
                .filter(face -> face != largest.get())
                .map(face -> mesher.of(picture, face))
                .toList();
        try (Matte matte = personMatte.of(picture, people.regions()).orElseThrow();
                HeadLayers layers = reader.of(picture, mesh, others, matte);
                FaceParts parts = division.of(picture, mesh, layers)) {
            return cut(picture, layers.box(), parts, largest.get().score());
        }
    }

    private static FaceParse.Parts cut(Picture picture, Box box, FaceParts parts, double confidence) {
        Map<FacePart, Attempt> attempts = new EnumMap<>(FacePart.class);
        parts.mattes()
                .forEach((part, alpha) ->
                        attempts.put(part, Attempt.at(() -> Composition.plain(picture, box, alpha, confidence))));
        List<PlacedCutout> _ = Attempt.all(attempts.values());
        Map<FacePart, PlacedCutout> cutouts = new EnumMap<>(FacePart.class);
        attempts.forEach((part, attempt) -> attempt.cutout().ifPresent(cutout -> cutouts.put(part, cutout)));
        return new FaceParse.Parts(cutouts);
    }

    private static double area(Face face) {
        return face.region().area();
    }
}
