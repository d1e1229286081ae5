package io.imageseg.segment;

import io.imageseg.face.FaceFitness;
import io.imageseg.face.FacePart;
import io.imageseg.image.PlacedCutout;
import java.util.Map;

/** What came of parsing a face. */
public sealed interface FaceParse {
    /** The parts, each cut to its tight box; owned by the caller. */
    record Parts(Map<FacePart, PlacedCutout> cutouts) implements FaceParse, AutoCloseable {
        @Override
        public void close() {
            cutouts.values().forEach(PlacedCutout::close);
        }
    }

    /** No face was found. */
    record NoFace() implements FaceParse {}

    /** More than one face is large enough to be meant. */
    record SeveralFaces(int count) implements FaceParse {}

    /** The only face cannot be parsed. */
    record Unfit(FaceFitness.Fault fault) implements FaceParse {}
}
